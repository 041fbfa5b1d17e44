package dev.eventmanager.autoconfigure.operate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eventmanager.jdbc.operations.GoneReason;
import dev.eventmanager.jdbc.operations.ItemState;
import dev.eventmanager.jdbc.operations.OperationItem;
import java.time.Instant;
import java.util.Optional;

/** One event of an operation. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ItemView(
    long event,
    String eventId,
    String orderingKey,
    boolean head,
    ItemState state,
    Optional<String> because,
    Optional<Instant> settledAt) {

  static ItemView of(OperationItem item) {
    return new ItemView(
        item.parkedId(),
        item.eventId(),
        item.orderingKey(),
        item.head(),
        item.state(),
        item.goneBecause().map(ItemView::because),
        item.settledAt());
  }

  private static String because(GoneReason reason) {
    return switch (reason) {
      case NOT_PARKED -> "It was handled or discarded between preview and confirmation.";
      case FAILED_SINCE ->
        "It was tried between preview and confirmation and failed once more: look at it again, then preview again.";
      case BEING_TRIED ->
        "It was being tried when the operation came to it: preview again once it is parked.";
    };
  }
}
