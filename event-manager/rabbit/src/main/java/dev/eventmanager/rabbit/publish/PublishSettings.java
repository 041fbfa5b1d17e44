package dev.eventmanager.rabbit.publish;

import dev.eventmanager.rabbit.connection.BackOff;
import java.time.Duration;
import org.immutables.value.Value;

/** How a {@link RabbitTransport} publishes. Immutable. */
@Value.Immutable
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true)
public interface PublishSettings {

  /** Everything by default. */
  static PublishSettings standard() {
    return new Builder().build();
  }

  /** How many channels share the ordering keys; each has a thread that writes what waits for it. */
  @Value.Default
  default int channels() {
    return 2;
  }

  /** How many events may be under way before callers have to wait. */
  @Value.Default
  default int maxInFlight() {
    return 4096;
  }

  /** How long a caller waits for room before its event counts as not sent. */
  @Value.Default
  default Duration roomTimeout() {
    return Duration.ofSeconds(10);
  }

  /** How long an event may be under way, reconnecting included, before its outcome is unknown. */
  @Value.Default
  default Duration confirmTimeout() {
    return Duration.ofSeconds(30);
  }

  /** How long closing waits for what is under way. */
  @Value.Default
  default Duration closeTimeout() {
    return Duration.ofSeconds(10);
  }

  @Value.Default
  default BackOff backOff() {
    return BackOff.standard();
  }

  @Value.Check
  default void check() {
    if (channels() < 1 || maxInFlight() < 1) {
      throw new IllegalArgumentException(
          "%d channels with %d events in flight are not possible; both must be at least 1"
              .formatted(channels(), maxInFlight()));
    }
  }

  /** Builds {@link PublishSettings}. Not thread-safe. */
  final class Builder extends ImmutablePublishSettings.Builder {}
}
