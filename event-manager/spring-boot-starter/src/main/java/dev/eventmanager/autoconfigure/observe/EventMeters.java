package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.autoconfigure.subscribe.EventConsumers;
import dev.eventmanager.jdbc.outbox.OutboxStatus;
import dev.eventmanager.rabbit.consume.ConsumerStatus;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;

/**
 * Gauges of what is under way: {@code event.publish.in.flight}, {@code event.handle.in.hand} and,
 * with an outbox, {@code event.outbox.pending}, {@code event.outbox.later} and {@code
 * event.outbox.waiting.keys}.
 */
final class EventMeters implements MeterBinder {

  /** Enough to see that the outbox grows; counting on would cost more than it tells. */
  private static final int MOST_PENDING = 10_000;

  private final RabbitTransport publisher;
  private final EventConsumers consumers;
  private final Optional<OutboxStatus> outbox;

  EventMeters(RabbitTransport publisher, EventConsumers consumers, Optional<OutboxStatus> outbox) {
    this.publisher = publisher;
    this.consumers = consumers;
    this.outbox = outbox;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("event.publish.in.flight", publisher, each -> each.status().inFlight())
        .description("Events that await the broker's confirm")
        .register(registry);
    Gauge.builder("event.handle.in.hand", consumers, EventMeters::inHand)
        .description("Events that are being handled or wait for a further attempt")
        .register(registry);
    outbox.ifPresent(status -> bindOutbox(status, registry));
  }

  private static void bindOutbox(OutboxStatus outbox, MeterRegistry registry) {
    Gauge.builder("event.outbox.pending", outbox, each -> each.pending(MOST_PENDING))
        .description("Events that are stored and not yet published, counted up to " + MOST_PENDING)
        .register(registry);
    Gauge.builder("event.outbox.later", outbox, each -> each.later(MOST_PENDING))
        .description("Events that are kept until they are due, counted up to " + MOST_PENDING)
        .register(registry);
    Gauge.builder("event.outbox.waiting.keys", outbox, OutboxStatus::waitingKeyCount)
        .description("Ordering keys that wait because their next event was refused")
        .register(registry);
  }

  private static double inHand(EventConsumers consumers) {
    return consumers.status().stream().mapToInt(ConsumerStatus::inHand).sum();
  }
}
