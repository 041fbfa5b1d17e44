package dev.eventmanager.handling;

import dev.eventmanager.Event;
import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EventCodec;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes a delivery, finds its handler and calls it within the interceptors, the first of them
 * outermost; or skips it, where another of its twins is the queue's. Thread-safe.
 */
public final class EventDispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);

  private final Subscriptions subscriptions;
  private final EventCodec codec;
  private final List<HandlingInterceptor> interceptors;
  private final boolean findsHeldKeys;
  private final CurrentEvent currentEvent;
  private final Consumer<Delivery> skipped;

  /**
   * A dispatcher.
   *
   * @param skipped told of each delivery that is dealt with though no handler was called for it,
   *     since the queue has handled it before or handles another of its twins; must be thread-safe
   */
  public EventDispatcher(
      Subscriptions subscriptions,
      EventCodec codec,
      List<HandlingInterceptor> interceptors,
      CurrentEvent currentEvent,
      Consumer<Delivery> skipped) {
    this.subscriptions = subscriptions;
    this.codec = codec;
    this.interceptors = List.copyOf(interceptors);
    this.findsHeldKeys = interceptors.stream().anyMatch(HandlingInterceptor::findsHeldKeys);
    this.currentEvent = currentEvent;
    this.skipped = skipped;
  }

  boolean findsHeldKeys() {
    return findsHeldKeys;
  }

  void dispatch(Delivery delivery, int attempt, boolean fromLane, WatchedAttempt watch)
      throws Exception {
    if (!subscriptions.takeAnotherTwinOf(delivery.queue(), delivery.event().metadata())) {
      handle(delivery, attempt, fromLane, watch);
    }
    if (!watch.handlerReturned()) {
      LOG.debug("{} is skipped: it was handled before, or its twin is handled", delivery);
      skipped.accept(delivery);
    }
  }

  private void handle(Delivery delivery, int attempt, boolean fromLane, WatchedAttempt watch)
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
