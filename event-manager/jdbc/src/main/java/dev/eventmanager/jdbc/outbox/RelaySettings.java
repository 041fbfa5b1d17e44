package dev.eventmanager.jdbc.outbox;

import java.time.Duration;
import org.immutables.value.Value;

/** How a relay works. The defaults suit a service of thousands of events a second. */
@Value.Immutable
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true)
public interface RelaySettings {

  /**
   * The most events in memory at once: one half of keys that flow, the other of keys whose rows
   * stand aside.
   */
  @Value.Default
  default int window() {
    return 2_048;
  }

  /**
   * How often the database is asked for events that nobody announced, such as those that another
   * instance stored: the longest delay that sharing adds.
   */
  @Value.Default
  default Duration pollInterval() {
    return Duration.ofMillis(100);
  }

  /** For how long a shard belongs to a relay that gives no sign of life. */
  @Value.Default
  default Duration lease() {
    return Duration.ofSeconds(5);
  }

  /** The wait after an event's first failure; it doubles with every further one. */
  @Value.Default
  default Duration firstBackOff() {
    return Duration.ofSeconds(1);
  }

  /** The longest wait between two attempts at one event. */
  @Value.Default
  default Duration longestBackOff() {
    return Duration.ofMinutes(1);
  }

  /** How long {@link OutboxRelay#close} waits for events under way. */
  @Value.Default
  default Duration stopWithin() {
    return Duration.ofSeconds(10);
  }

  /** Refuses settings that cannot work. */
  @Value.Check
  default void check() {
    if (window() < 1) {
      throw new IllegalArgumentException("window is " + window() + " and must be at least 1");
    }
    if (lease().compareTo(pollInterval().multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "lease is %s and must be at least twice pollInterval, which is %s"
              .formatted(lease(), pollInterval()));
    }
  }

  /** The defaults. */
  static RelaySettings defaults() {
    return new Builder().build();
  }

  /** Builds {@link RelaySettings}. Not thread-safe. */
  final class Builder extends ImmutableRelaySettings.Builder {}
}
