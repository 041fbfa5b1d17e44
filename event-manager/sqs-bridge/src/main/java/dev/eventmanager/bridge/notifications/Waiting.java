package dev.eventmanager.bridge.notifications;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * A notification that waits.
 *
 * @param due whether it has waited long enough
 */
@SuppressWarnings("ArrayRecordComponent")
record Waiting(
    String id,
    String object,
    Optional<BigInteger> place,
    Instant occurredAt,
    byte[] body,
    boolean due) {}
