package dev.eventmanager.handling;

import dev.eventmanager.Event;
import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EventCodec;
import java.util.List;

/**
 * Decodes a delivery, finds its handler and calls it within the interceptors, the first of them
 * outermost. Thread-safe.
 */
public final class EventDispatcher {

  private final Subscriptions subscriptions;
  private final EventCodec codec;
  private final List<HandlingInterceptor> interceptors;
  private final CurrentEvent currentEvent;

  public EventDispatcher(
      Subscriptions subscriptions,
      EventCodec codec,
      List<HandlingInterceptor> interceptors,
      CurrentEvent currentEvent) {
    this.subscriptions = subscriptions;
    this.codec = codec;
    this.interceptors = List.copyOf(interceptors);
    this.currentEvent = currentEvent;
  }

  boolean findsHeldKeys() {
    return interceptors.stream().anyMatch(HandlingInterceptor::findsHeldKeys);
  }

  void dispatch(Delivery delivery, int attempt, boolean fromLane, WatchedAttempt watch)
      throws Exception {
    Event<?> event = codec.decode(delivery.event());
    Subscription subscription = subscriptions
        .find(delivery.queue(), event.metadata().routingKey())
        .orElseThrow(() -> unhandled(delivery));
    Handling handling = new Handling(delivery, event, subscription, attempt, fromLane);
    currentEvent.during(event.metadata(), () -> proceed(handling, watch, 0));
  }

  private void proceed(Handling handling, WatchedAttempt watch, int interceptor) throws Exception {
    if (interceptor < interceptors.size()) {
      interceptors
          .get(interceptor)
          .intercept(handling, () -> proceed(handling, watch, interceptor + 1));
    } else {
      watch.requireInTime();
      handling.subscription().handler().handle(handling.event());
      watch.settle();
    }
  }

  /** A binding, perhaps a stale one, let in a declared event that nobody on the queue takes. */
  private static RefusedEventException unhandled(Delivery delivery) {
    return new RefusedEventException(
        ParkReason.NO_HANDLER,
        "%s has no handler; add one, or remove the binding that lets it in".formatted(delivery));
  }
}
