package dev.eventmanager.bridge.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What to compare.
 *
 * @param from the begin of the window, by the broker's clock
 * @param to its end; now if nothing is said
 * @param settle how long an event may take to the mirror before it counts as missing
 * @param queue an SQS queue that holds what the mirror got and that nobody else consumes: it is
 *     emptied of the window's events. The receipts that SQS gave the bridge if nothing is said
 */
public record VerificationRequest(
    Instant from, Optional<Instant> to, Duration settle, Optional<String> queue) {}
