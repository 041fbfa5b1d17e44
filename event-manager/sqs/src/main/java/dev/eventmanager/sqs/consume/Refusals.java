package dev.eventmanager.sqs.consume;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What went wrong between a consumer and SQS, for a person. */
final class Refusals {

  private Refusals() {}

  static String reasonOf(@Nullable Throwable failure) {
    var cause = causeOf(failure);
    return cause == null ? "no answer" : String.valueOf(cause.getMessage());
  }

  static @Nullable Throwable causeOf(@Nullable Throwable failure) {
    var cause = failure;
    while (cause instanceof CompletionException wrapper && wrapper.getCause() != null) {
      cause = wrapper.getCause();
    }
    return cause;
  }
}
