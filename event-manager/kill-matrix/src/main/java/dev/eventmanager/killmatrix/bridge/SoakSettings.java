package dev.eventmanager.killmatrix.bridge;

import java.nio.file.Path;

/**
 * What a soak is to do. It ends when its events are published and each kind of fault was injected.
 *
 * @param command how a user starts the same
 * @param events how many at least
 * @param groups over how many message groups
 * @param rate how many events a second are published at most
 * @param poison after how many events one comes that SQS refuses
 * @param instances how many of the bridge
 * @param eventsBetween how many events are published between two faults
 * @param seed of all that is random
 * @param home the root of the source tree
 * @param output for logs
 */
public record SoakSettings(
    String command,
    long events,
    int groups,
    int rate,
    int poison,
    int instances,
    int eventsBetween,
    long seed,
    Path home,
    Path output) {

  /** Every kind of fault, in the build. */
  public static SoakSettings brief(Path home, Path output, long seed) {
    return new SoakSettings(
        "./mvnw verify -pl event-manager/kill-matrix -am",
        20_000,
        1_000,
        500,
        4_000,
        2,
        1_250,
        seed,
        home,
        output);
  }

  /** As many events and groups as are asked for, at full speed. */
  public static SoakSettings full(long events, int groups, Path home, Path output, long seed) {
    return new SoakSettings(
        "event-manager/kill-matrix/run bridge --events %d --groups %d --seed %d"
            .formatted(events, groups, seed),
        events,
        groups,
        2_000,
        10_000,
        2,
        4_000,
        seed,
        home,
        output);
  }
}
