package dev.eventmanager.jdbc.operations;

import java.time.Instant;
import java.util.Optional;

/**
 * One of the events that an operation is about.
 *
 * @param parkedId its place among the parked events
 * @param head whether it stood first of its key when it was selected
 * @param goneBecause why it was left alone, where it was
 * @param settledAt when it came to its last state
 */
public record OperationItem(
    long parkedId,
    String eventId,
    String orderingKey,
    boolean head,
    ItemState state,
    Optional<GoneReason> goneBecause,
    Optional<Instant> settledAt) {}
