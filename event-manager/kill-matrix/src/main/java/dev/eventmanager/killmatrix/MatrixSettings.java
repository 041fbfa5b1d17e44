package dev.eventmanager.killmatrix;

import dev.eventmanager.killmatrix.fault.FaultKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much to do.
 *
 * @param command how a user starts the same
 * @param events how many to commit at least
 * @param eventsPerRound after how many the matrix comes to rest and is read
 * @param leastRounds how many rounds at least
 * @param ratePerPublisher how many events a second each of two publishers commits at most
 * @param broken which part of the events fails until it is mended
 * @param scripted whether each kind of fault is injected once, else random ones are
 * @param longestPause between two faults
 * @param orders how many the shop gets
 * @param seed of all that is random in faults
 * @param home the root of the source tree
 * @param output for logs and the result
 */
public record MatrixSettings(
    String command,
    long events,
    long eventsPerRound,
    int leastRounds,
    int ratePerPublisher,
    double broken,
    boolean scripted,
    Duration longestPause,
    int orders,
    long seed,
    Path home,
    Path output) {

  private static final int KINDS_OF_ROUNDS = 4;
  private static final long MOST_EVENTS_PER_ROUND = 50_000;

  /** Every kind of fault once, in the build: as many events as there are meanwhile. */
  static MatrixSettings brief(Path home, Path output, long seed) {
    return new MatrixSettings(
        "./mvnw verify -pl event-manager/kill-matrix -am",
        1_000,
        1_000,
        1,
        150,
        0.002,
        true,
        Duration.ZERO,
        20,
        seed,
        home,
        output);
  }

  /** As many events as are asked for, at full speed. */
  static MatrixSettings full(long events, int orders, Path home, Path output, long seed) {
    return new MatrixSettings(
        "event-manager/kill-matrix/run --events %d --orders %d --seed %d"
            .formatted(events, orders, seed),
        events,
        Math.min(MOST_EVENTS_PER_ROUND, events / KINDS_OF_ROUNDS),
        KINDS_OF_ROUNDS,
        2_000,
        0.0005,
        false,
        Duration.ofSeconds(4),
        orders,
        seed,
        home,
        output);
  }

  /** Whether a round, counted from 0, is played on a cluster, where more can break. */
  boolean isOnCluster(int round) {
    return round % KINDS_OF_ROUNDS == 0;
  }

  /** The faults of a round in their order; none where they are random. */
  List<FaultKind> script() {
    return scripted ? List.of(FaultKind.values()) : List.of();
  }
}
