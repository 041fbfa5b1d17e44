package dev.eventmanager.jdbc.parking;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as it stands parked.
 *
 * @param id its place: within a queue and ordering key, the order in which the events came
 * @param queue the queue on which it failed
 * @param reason why
 * @param attempts how often a handler was called for it
 * @param firstFailedAt when it failed first, or was parked
 * @param lastFailedAt when it failed last, or was parked
 * @param failure the last failure; empty for one that only waits behind another
 * @param event the event as delivered
 */
public record ParkedRow(
    long id,
    String queue,
    ParkReason reason,
    int attempts,
    Instant firstFailedAt,
    Instant lastFailedAt,
    Optional<ParkedFailure> failure,
    EncodedEvent event) {}
