package dev.eventmanager.bridge.reverse;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.DeliveryProcessor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Stands before a mirror to a queue: what was brought from that queue does not go back to it, and
 * what goes takes along the name of the broker it comes from. Thread-safe.
 */
public final class LoopGuard implements DeliveryProcessor {

  private final String queue;
  private final Optional<String> broker;
  private final DeliveryProcessor mirror;
  private final Counter looped;

  /**
   * A guard.
   *
   * @param queue the SQS queue that is mirrored to
   * @param broker the name of this broker among those that exchange events; without one nothing is
   *     said of where an event comes from
   * @param mirror gets what may go
   */
  public LoopGuard(
      String queue, Optional<String> broker, DeliveryProcessor mirror, MeterRegistry registry) {
    this.queue = Travels.queue(queue);
    this.broker = broker;
    this.mirror = mirror;
    this.looped = LoopedEvents.counter(registry, queue);
  }

  @Override
  public CompletableFuture<Void> process(Delivery delivery) {
    return mayGo(delivery)
        ? mirror.process(travelling(delivery))
        : CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean takesAside() {
    return mirror.takesAside();
  }

  @Override
  public CompletableFuture<Void> takeAside(List<Delivery> line) {
    var going = line.stream().filter(this::mayGo).map(this::travelling).toList();
    return going.isEmpty() ? CompletableFuture.completedFuture(null) : mirror.takeAside(going);
  }

  /** Whether an event was brought from this queue, to which it does not go back. */
  public static boolean hasBeenAt(String queue, EncodedEvent event) {
    return Travels.haveBeenAt(event, Travels.queue(queue));
  }

  private boolean mayGo(Delivery delivery) {
    var looping = Travels.haveBeenAt(delivery.event(), queue);
    if (looping) {
      looped.increment();
    }
    return !looping;
  }

  private Delivery travelling(Delivery delivery) {
    return broker.map(name -> from(name, delivery)).orElse(delivery);
  }

  private static Delivery from(String broker, Delivery delivery) {
    EncodedEvent event = Travels.on(delivery.event(), broker);
    return new Delivery(
        delivery.queue(),
        event,
        delivery.redelivered(),
        delivery.timesLost(),
        delivery.ownership());
  }
}
