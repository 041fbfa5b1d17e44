package dev.eventmanager.order.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What {@code POST /orders/{id}/chargeback} takes, if it is given anything. */
record ChargebackRequest(
    @Nullable @Text @Size(max = 200) @Schema(example = "changed my mind")
    String reason) {

  static String reasonOf(@Nullable ChargebackRequest request) {
    return request == null || request.reason == null
        ? "called off by the customer"
        : request.reason;
  }
}
