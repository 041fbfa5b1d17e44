package dev.eventmanager.jdbc.parking;

import java.time.Instant;
import java.util.Optional;

/**
 * The events of a queue that failed alike. What only waits behind them is not counted.
 *
 * @param frame where the failure arose; empty where the service's own code was not in its stack
 * @param count how many have failed so
 * @param oldest when the first of them failed first
 * @param newest when the last of them failed last
 */
public record ParkedGroup(
    String queue,
    String errorClass,
    Optional<String> frame,
    long count,
    Instant oldest,
    Instant newest) {}
