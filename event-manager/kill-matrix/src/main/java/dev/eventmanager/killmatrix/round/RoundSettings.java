package dev.eventmanager.killmatrix.round;

import dev.eventmanager.killmatrix.fault.FaultKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a round is to do. It ends when both its events are committed and its faults injected.
 *
 * @param name of its database and its logs
 * @param events how many at least
 * @param ratePerPublisher how many events a second each of the two publishers commits at most
 * @param broken which part of them fails until it is mended
 * @param script the faults, in this order; empty for random ones until the events are committed
 * @param longestPause between two random faults
 */
public record RoundSettings(
    String name,
    long events,
    int ratePerPublisher,
    double broken,
    List<FaultKind> script,
    Duration longestPause,
    Path logs) {}
