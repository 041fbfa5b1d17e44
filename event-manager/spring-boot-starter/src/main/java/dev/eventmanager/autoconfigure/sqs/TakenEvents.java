package dev.eventmanager.autoconfigure.sqs;

import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.handling.Subscriptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;

/** Hands on what a pattern of the queue takes, as a binding would, and counts the rest. */
final class TakenEvents implements DeliveryProcessor {

  private final Subscriptions subscriptions;
  private final DeliveryProcessor handling;
  private final MeterRegistry meters;

  TakenEvents(Subscriptions subscriptions, DeliveryProcessor handling, MeterRegistry meters) {
    this.subscriptions = subscriptions;
    this.handling = handling;
    this.meters = meters;
  }

  @Override
  public CompletableFuture<Void> process(Delivery delivery) {
    String routingKey = delivery.event().metadata().routingKey();
    if (subscriptions.find(delivery.queue(), routingKey).isPresent()) {
      return handling.process(delivery);
    }
    meters.counter("event.sqs.not.taken", "queue", delivery.queue()).increment();
    return CompletableFuture.completedFuture(null);
  }
}
