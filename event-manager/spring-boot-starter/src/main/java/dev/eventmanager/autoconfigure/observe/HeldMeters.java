package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.autoconfigure.subscribe.EventConsumers;
import dev.eventmanager.jdbc.parking.ParkedStatus;
import dev.eventmanager.rabbit.consume.ConsumerStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Gauges of what is held in the database, for each queue: {@code event.held.sequences}, by state,
 * and {@code event.held.events}. Added once the queues are known.
 */
final class HeldMeters implements ApplicationListener<ContextRefreshedEvent> {

  /** Enough to see that it is much; counting on would cost more than it tells. */
  private static final int MOST_EVENTS = 10_000;

  private final ParkedStatus held;
  private final EventConsumers consumers;
  private final MeterRegistry registry;
  private final ApplicationContext service;

  HeldMeters(
      ParkedStatus held,
      EventConsumers consumers,
      MeterRegistry registry,
      ApplicationContext service) {
    this.held = held;
    this.consumers = consumers;
    this.registry = registry;
    this.service = service;
  }

  /** Those of child contexts, such as the management port's, come by here too. */
  @Override
  public void onApplicationEvent(ContextRefreshedEvent event) {
    if (event.getApplicationContext().equals(service)) {
      consumers.status().stream().map(ConsumerStatus::queue).forEach(this::bind);
    }
  }

  private void bind(String queue) {
    Gauge.builder("event.held.sequences", held, each -> each.parked(queue))
        .tags("queue", queue, "state", "parked")
        .description("Keys, and events that hold nobody back, that wait for an operator")
        .register(registry);
    Gauge.builder("event.held.sequences", held, each -> each.retrying(queue))
        .tags("queue", queue, "state", "retrying")
        .description("Keys whose head is tried again by itself")
        .register(registry);
    Gauge.builder("event.held.events", held, each -> each.events(queue, MOST_EVENTS))
        .tags("queue", queue)
        .description("Events that are held, counted up to " + MOST_EVENTS)
        .register(registry);
  }
}
