package dev.eventmanager.jdbc.parking;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.ParkReason;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as it stands aside, without its body.
 *
 * @param id its place: within a sequence, the order in which the events came
 * @param queue the queue on which it failed
 * @param sequenceId the sequence it belongs to
 * @param state what becomes of that sequence next
 * @param head whether it is the next of its sequence; the others wait for it
 * @param reason why it stands aside
 * @param attempts how often a handler was called for it
 * @param firstFailedAt when it failed first, or was set aside
 * @param lastFailedAt when it failed last, or was set aside
 * @param failure the last failure; empty for one that only waits behind another
 * @param metadata of the event as delivered
 */
public record ParkedRow(
    long id,
    String queue,
    String sequenceId,
    SequenceState state,
    boolean head,
    ParkReason reason,
    int attempts,
    Instant firstFailedAt,
    Instant lastFailedAt,
    Optional<ParkedFailure> failure,
    EventMetadata metadata) {}
