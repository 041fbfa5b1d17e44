package dev.eventmanager.autoconfigure.operate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.ParkReason;
import dev.eventmanager.jdbc.operations.DiscardedEvent;
import dev.eventmanager.jdbc.parking.ParkedDetails;
import dev.eventmanager.jdbc.parking.ParkedPosition;
import dev.eventmanager.jdbc.parking.ParkedRow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is known of a parked event, or of one that was discarded. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DetailsView(
    long id,
    String state,
    ParkReason reason,
    int attempts,
    Instant firstFailedAt,
    Instant lastFailedAt,
    Route route,
    Optional<SequenceView> sequence,
    Optional<DiscardView> discarded,
    Optional<FailureView> failure,
    Headers headers,
    @JsonUnwrapped PayloadView payload) {

  /** Where it came from and where it failed. */
  record Route(String exchange, String routingKey, String queue) {}

  /** What it waits for, and what waits for it. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record SequenceView(
      String id, boolean head, long before, long behind, Optional<Instant> nextAttemptAt) {

    static SequenceView of(ParkedRow row, ParkedPosition position) {
      return new SequenceView(
          row.sequenceId(),
          row.head(),
          position.before(),
          position.behind(),
          position.nextAttemptAt());
    }
  }

  /** The operation tells by whom and why. */
  record DiscardView(String operation, Instant at) {}

  /** The event's metadata, without its route; others are those that another client added. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Headers(
      String eventId,
      String source,
      Instant time,
      String orderingKey,
      Optional<String> correlationId,
      Optional<String> causationId,
      Optional<String> traceparent,
      Optional<String> tracestate,
      Optional<Map<String, @Nullable Object>> others) {

    static Headers of(EventMetadata metadata) {
      return new Headers(
          metadata.id(),
          metadata.source(),
          metadata.time(),
          metadata.orderingKey(),
          metadata.correlationId(),
          metadata.causationId(),
          metadata.traceparent(),
          metadata.tracestate(),
          Optional.of(metadata.headers().asMap()).filter(others -> !others.isEmpty()));
    }
  }

  static DetailsView of(ParkedDetails details, ParkedPosition position, int mostPayload) {
    ParkedRow row = details.row();
    return new DetailsView(
        row.id(),
        row.state().name(),
        row.reason(),
        row.attempts(),
        row.firstFailedAt(),
        row.lastFailedAt(),
        route(row.metadata(), row.queue()),
        Optional.of(SequenceView.of(row, position)),
        Optional.empty(),
        row.failure().map(failure -> FailureView.of(failure, details.stack())),
        Headers.of(row.metadata()),
        PayloadView.of(details.event().body(), mostPayload));
  }

  static DetailsView of(DiscardedEvent event, int mostPayload) {
    EventMetadata metadata = event.event().metadata();
    return new DetailsView(
        event.parkedId(),
        "DISCARDED",
        event.reason(),
        event.attempts(),
        event.firstFailedAt(),
        event.lastFailedAt(),
        route(metadata, event.queue()),
        Optional.empty(),
        Optional.of(new DiscardView(event.operationId(), event.discardedAt())),
        event.failure().map(failure -> FailureView.of(failure, event.stack())),
        Headers.of(metadata),
        PayloadView.of(event.event().body(), mostPayload));
  }

  private static Route route(EventMetadata metadata, String queue) {
    return new Route(metadata.exchange(), metadata.routingKey(), queue);
  }
}
