package dev.eventmanager.jdbc.operations;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.parking.ParkedFailure;
import java.time.Instant;
import java.util.Optional;

/**
 * An event that was discarded, as it last stood parked.
 *
 * @param parkedId the place that it had
 * @param operationId the operation that says who discarded it, and why
 */
public record DiscardedEvent(
    long parkedId,
    String operationId,
    Instant discardedAt,
    String queue,
    ParkReason reason,
    int attempts,
    Instant firstFailedAt,
    Instant lastFailedAt,
    Optional<ParkedFailure> failure,
    Optional<String> stack,
    EncodedEvent event) {}
