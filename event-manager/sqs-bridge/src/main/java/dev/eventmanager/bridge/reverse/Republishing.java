package dev.eventmanager.bridge.reverse;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.transport.EventTransport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what was received, under its own id and metadata, until RabbitMQ has confirmed that it is
 * on a queue. Whatever keeps it from that is waited out: an event that no queue wants today may have
 * one tomorrow, and its message is held meanwhile. Thread-safe.
 */
final class Republishing implements DeliveryProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(Republishing.class);

  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final int MOST_DOUBLINGS = 7;

  private final ReverseSettings settings;
  private final String broker;
  private final EventTransport transport;
  private final Counter published;
  private final Counter retried;
  private final Counter looped;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile String trouble = "";

  Republishing(
      ReverseSettings settings, String broker, EventTransport transport, MeterRegistry registry) {
    this.settings = settings;
    this.broker = broker;
    this.transport = transport;
    this.published = counter(registry, "published", "Events brought from SQS to their exchange");
    this.retried = counter(registry, "retried", "Attempts that RabbitMQ did not confirm");
    this.looped = LoopedEvents.counter(registry, settings.queue());
  }

  @Override
  public CompletableFuture<Void> process(Delivery delivery) {
    if (Travels.haveBeenAt(delivery.event(), broker)) {
      looped.increment();
      return CompletableFuture.completedFuture(null);
    }
    return publish(delivery, addressed(delivery.event()), 0);
  }

  int waiting() {
    return waiting.get();
  }

  Optional<String> trouble() {
    return waiting() == 0 ? Optional.empty() : Optional.of(trouble);
  }

  private EncodedEvent addressed(EncodedEvent event) {
    var travelled = Travels.on(event, Travels.queue(settings.queue()));
    return settings
        .exchange()
        .map(exchange -> travelled.withMetadata(
            travelled.metadata().toBuilder().exchange(exchange).build()))
        .orElse(travelled);
  }

  private CompletableFuture<Void> publish(Delivery delivery, EncodedEvent event, int failures) {
    if (!delivery.isStillOurs()) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("%s is not certainly ours any more".formatted(delivery)));
    }
    return transport.send(event).thenCompose(outcome -> {
      if (outcome.isSafe()) {
        published.increment();
        return CompletableFuture.completedFuture(null);
      }
      retried.increment();
      return publishAfterAWait(delivery, event, failures + 1, outcome);
    });
  }

  private CompletableFuture<Void> publishAfterAWait(
      Delivery delivery, EncodedEvent event, int failures, PublishOutcome outcome) {
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    trouble = "%s: %s".formatted(event, outcome);
    if (failures == 1) {
      LOG.warn("{} is held until RabbitMQ takes it: {}", delivery, outcome);
    }
    waiting.incrementAndGet();
    return CompletableFuture.runAsync(() -> {}, after(wait))
        .whenComplete((done, none) -> waiting.decrementAndGet())
        .thenCompose(done -> publish(delivery, event, failures));
  }

  private static Executor after(Duration wait) {
    return CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Counter counter(MeterRegistry registry, String name, String what) {
    return Counter.builder("bridge.reverse." + name)
        .description(what)
        .tag("queue", settings.queue())
        .register(registry);
  }
}
