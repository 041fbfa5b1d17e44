package dev.eventmanager.jdbc.parking;

import java.time.Instant;
import java.util.Optional;

/**
 * Where an event stands in its sequence.
 *
 * @param before how many are to be handled before it
 * @param behind how many wait behind it
 * @param nextAttemptAt when the head is tried next, by the database's clock; empty while the
 *     sequence is parked
 */
public record ParkedPosition(long before, long behind, Optional<Instant> nextAttemptAt) {}
