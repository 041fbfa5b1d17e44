package dev.eventmanager.benchmarks.micro;

import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.Attempts;
import dev.eventmanager.handling.CurrentEvent;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.handling.EventDispatcher;
import dev.eventmanager.handling.FailureClassifier;
import dev.eventmanager.handling.HandlerThreads;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.handling.Pauses;
import dev.eventmanager.handling.RetryPolicy;
import dev.eventmanager.handling.RetryingProcessor;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.handling.SuspectProcessor;
import dev.eventmanager.handling.Suspects;
import dev.eventmanager.handling.TwinsInMemory;
import dev.eventmanager.handling.UnmarkedCrashes;
import dev.eventmanager.shop.order.Order;
import dev.eventmanager.shop.order.OrderEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * A handler that does nothing, with all that the starter puts before it in a service without a
 * database, but for logs and traces.
 */
final class Service implements AutoCloseable {

  private static final int CONCURRENCY = 8;

  private final HandlerThreads threads = HandlerThreads.platform(CONCURRENCY);
  private final DeliveryProcessor processor;

  Service(String queue, EventCodec codec) {
    FailureClassifier classifier = FailureClassifier.standard();
    Pauses pauses = new Pauses(classifier, threads);
    ParkedEvents parking = new NothingParked();
    EventDispatcher dispatcher = new EventDispatcher(
        Subscriptions.of(
            EventCatalogue.of(OrderEvents.SUBMIT),
            List.of(
                Subscription.of(queue, "order.*.submit", Order.class, (order, metadata) -> {}))),
        codec,
        List.of(new TwinsInMemory()),
        new CurrentEvent(),
        skipped -> {});
    Attempts attempts =
        new Attempts(dispatcher, classifier, pauses, threads, Duration.ofMinutes(5));
    this.processor = new SuspectProcessor(
        new RetryingProcessor(
            attempts, RetryPolicy.standard(), parking, pauses, threads, Clock.systemUTC()),
        new Suspects(new UnmarkedCrashes(), threads),
        parking,
        Clock.systemUTC());
  }

  DeliveryProcessor processor() {
    return processor;
  }

  @Override
  public void close() {
    threads.close();
  }

  /** As without a database, where nobody remembers a key; nothing here ever fails. */
  private static final class NothingParked implements ParkedEvents {

    @Override
    public boolean holdsKeys() {
      return false;
    }

    @Override
    public boolean parkBehind(String queue, EncodedEvent event) {
      return false;
    }

    @Override
    public void park(ParkedEvent event) {
      throw new IllegalStateException(event.explanation());
    }

    @Override
    public boolean retryLater(ParkedEvent event, Duration delay) {
      return false;
    }

    @Override
    public long count(String queue) {
      return 0;
    }
  }
}
