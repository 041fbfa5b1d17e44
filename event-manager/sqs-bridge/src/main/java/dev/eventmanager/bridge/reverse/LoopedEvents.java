package dev.eventmanager.bridge.reverse;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the events that were on their way to where they have been. */
final class LoopedEvents {

  private LoopedEvents() {}

  static Counter counter(MeterRegistry registry, String queue) {
    return Counter.builder("bridge.events.looped")
        .description("Events that were not brought to where they had come from")
        .tag("queue", queue)
        .register(registry);
  }
}
