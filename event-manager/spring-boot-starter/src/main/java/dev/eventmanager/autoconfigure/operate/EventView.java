package dev.eventmanager.autoconfigure.operate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eventmanager.ParkReason;
import dev.eventmanager.jdbc.parking.ParkedRow;
import dev.eventmanager.jdbc.parking.SequenceState;
import java.time.Instant;
import java.util.Optional;

/** A parked event in a list. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record EventView(
    long id,
    String queue,
    SequenceState state,
    boolean head,
    ParkReason reason,
    int attempts,
    Instant firstFailedAt,
    Instant lastFailedAt,
    String eventId,
    String routingKey,
    String orderingKey,
    Optional<FailureView> failure) {

  static EventView of(ParkedRow row) {
    return new EventView(
        row.id(),
        row.queue(),
        row.state(),
        row.head(),
        row.reason(),
        row.attempts(),
        row.firstFailedAt(),
        row.lastFailedAt(),
        row.metadata().id(),
        row.metadata().routingKey(),
        row.metadata().orderingKey(),
        row.failure().map(failure -> FailureView.of(failure, Optional.empty())));
  }
}
