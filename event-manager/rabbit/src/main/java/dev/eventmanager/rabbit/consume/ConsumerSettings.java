package dev.eventmanager.rabbit.consume;

import dev.eventmanager.rabbit.connection.BackOff;
import java.time.Duration;
import org.immutables.value.Value;

/** How {@link QueueConsumers} consume. Immutable. */
@Value.Immutable
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true)
public interface ConsumerSettings {

  /** Everything by default. */
  static ConsumerSettings standard() {
    return new Builder().build();
  }

  /** How many events the broker gives out before the first of them is acknowledged. */
  @Value.Default
  default int prefetch() {
    return 500;
  }

  /** How long pausing and closing wait for the events in hand. */
  @Value.Default
  default Duration drainTimeout() {
    return Duration.ofSeconds(20);
  }

  /** How often instances look whether they have their share of a queue's partitions. */
  @Value.Default
  default Duration sharingInterval() {
    return Duration.ofSeconds(5);
  }

  @Value.Default
  default BackOff backOff() {
    return BackOff.standard();
  }

  @Value.Check
  default void check() {
    if (prefetch() < 1 || prefetch() > 65_535) {
      throw new IllegalArgumentException(
          "a prefetch of %d is not possible; take 1 to 65535".formatted(prefetch()));
    }
  }

  /** Builds {@link ConsumerSettings}. Not thread-safe. */
  final class Builder extends ImmutableConsumerSettings.Builder {}
}
