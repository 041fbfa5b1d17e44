package dev.eventmanager.jdbc.drain;

import java.time.Duration;
import org.immutables.value.Value;

/** How a drain works. */
@Value.Immutable
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true)
public interface DrainSettings {

  /** The most sequences in hand at once, each with one event in memory. */
  @Value.Default
  default int sequencesAtOnce() {
    return 8;
  }

  /** How often the database is asked for sequences that are due and that nobody announced. */
  @Value.Default
  default Duration pollInterval() {
    return Duration.ofSeconds(1);
  }

  /** For how long a sequence belongs to an instance that gives no sign of life. */
  @Value.Default
  default Duration lease() {
    return Duration.ofSeconds(5);
  }

  /** How long {@link SequenceDrain#close} waits for what is in hand. */
  @Value.Default
  default Duration stopWithin() {
    return Duration.ofSeconds(20);
  }

  /** Refuses settings that cannot work. */
  @Value.Check
  default void check() {
    if (sequencesAtOnce() < 1) {
      throw new IllegalArgumentException(
          "sequencesAtOnce is " + sequencesAtOnce() + " and must be at least 1");
    }
    if (lease().compareTo(pollInterval().multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "lease is %s and must be at least twice pollInterval, which is %s"
              .formatted(lease(), pollInterval()));
    }
  }

  /** The defaults. */
  static DrainSettings defaults() {
    return new Builder().build();
  }

  /** Builds {@link DrainSettings}. Not thread-safe. */
  final class Builder extends ImmutableDrainSettings.Builder {}
}
