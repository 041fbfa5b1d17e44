package dev.eventmanager.jdbc.outbox;

import java.time.Instant;

/**
 * An ordering key whose next event was refused by the broker; its later events wait behind it.
 *
 * @param attempts how often that event was tried
 * @param nextAttempt when it will be tried again
 * @param lastError what the broker said
 */
public record WaitingKey(
    String orderingKey,
    int attempts,
    Instant firstFailure,
    Instant lastFailure,
    Instant nextAttempt,
    String lastError) {}
