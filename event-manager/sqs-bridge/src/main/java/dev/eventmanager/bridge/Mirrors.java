package dev.eventmanager.bridge;

import dev.eventmanager.bridge.mirror.MirrorSettings;
import dev.eventmanager.bridge.mirror.SqsMirror;
import dev.eventmanager.bridge.reverse.LoopGuard;
import dev.eventmanager.bridge.settings.BridgeProperties;
import dev.eventmanager.bridge.target.MirrorTarget;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.handling.SuspectProcessor;
import dev.eventmanager.handling.Suspects;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the mirror of a route, and what stands around it. */
@Component
class Mirrors {

  private final MirrorSettings settings;
  private final ParkedEvents parked;
  private final Ledgers ledgers;
  private final Suspects suspects;
  private final Optional<String> broker;
  private final MeterRegistry registry;
  private final Clock clock;

  Mirrors(
      MirrorSettings settings,
      ParkedEvents parked,
      Ledgers ledgers,
      Suspects suspects,
      BridgeProperties properties,
      MeterRegistry registry,
      Clock clock) {
    this.settings = settings;
    this.parked = parked;
    this.ledgers = ledgers;
    this.suspects = suspects;
    this.broker = Optional.ofNullable(properties.name());
    this.registry = registry;
    this.clock = clock;
  }

  SqsMirror to(MirrorTarget target) {
    return new SqsMirror(target, parked, ledgers.of(target), settings, registry, clock);
  }

  /**
   * An event that kills the bridge again and again is parked as it is in a service, and none goes
   * back to where it came from.
   */
  DeliveryProcessor guard(String target, DeliveryProcessor mirror) {
    var alone = new SuspectProcessor(mirror, suspects, parked, clock);
    return new LoopGuard(target, broker, alone, registry);
  }

  /** Where mirrors keep what they cannot send. */
  ParkedEvents parked() {
    return parked;
  }
}
