package dev.eventmanager.jdbc.inbox;

import dev.eventmanager.Event;
import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.Handling;
import dev.eventmanager.handling.Subscription;

/** Attempts at handling an event. */
final class Handlings {

  private static final EventType<String> SUBMIT =
      Exchange.topic("order").event("submit", String.class);

  private Handlings() {}

  static Handling of(String queue, EncodedEvent event) {
    return of(queue, event, true);
  }

  /** Of one that was held itself. */
  static Handling ofHeld(String queue, EncodedEvent event) {
    return of(queue, event, false);
  }

  private static Handling of(String queue, EncodedEvent event, boolean fromLane) {
    return new Handling(
        new Delivery(queue, event, false, () -> true),
        new Event<>(SUBMIT, "payload", event.metadata()),
        Subscription.of(queue, "order.*.submit", String.class, (payload, metadata) -> {}),
        1,
        fromLane);
  }
}
