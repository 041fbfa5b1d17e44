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

  void dispatch(Delivery delivery, int attempt) throws Exception {
    Event<?> event = codec.decode(delivery.event());
    Subscription subscription = subscriptions
        .find(delivery.queue(), event.metadata().routingKey())
        .orElseThrow(() -> new UnhandledEventException(delivery));
    Handling handling = new Handling(delivery, event, subscription, attempt);
    currentEvent.during(event.metadata(), () -> proceed(handling, 0));
  }

  private void proceed(Handling handling, int interceptor) throws Exception {
    if (interceptor < interceptors.size()) {
      interceptors.get(interceptor).intercept(handling, () -> proceed(handling, interceptor + 1));
    } else {
      handling.subscription().handler().handle(handling.event());
    }
  }

  /** A binding, perhaps a stale one, let in a declared event that nobody on the queue takes. */
  static final class UnhandledEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnhandledEventException(Delivery delivery) {
      super(
          "%s has no handler; add one, or remove the binding that lets it in".formatted(delivery));
    }

    ParkReason reason() {
      return ParkReason.NO_HANDLER;
    }
  }
}
