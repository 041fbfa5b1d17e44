package dev.eventmanager.autoconfigure.operate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eventmanager.jdbc.parking.ParkedFailure;
import java.util.Optional;

/** Why an event failed. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record FailureView(
    String errorClass, Optional<String> message, Optional<String> frame, Optional<String> stack) {

  static FailureView of(ParkedFailure failure, Optional<String> stack) {
    return new FailureView(failure.errorClass(), failure.message(), failure.frame(), stack);
  }
}
