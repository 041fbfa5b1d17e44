package dev.eventmanager.handling;

import dev.eventmanager.PermanentFailureException;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.fixture.Parcels;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** From a delivery to its handler, as a service wires it; what a test changes it sets first. */
final class HandlingFixture implements AutoCloseable {

  static final Duration DEADLINE = Duration.ofSeconds(10);

  final RememberedParking parking = new RememberedParking();
  final CurrentEvent currentEvent = new CurrentEvent();
  final AtomicBoolean ours = new AtomicBoolean(true);
  final HandlerThreads threads;
  final Pauses pauses;
  EventCatalogue catalogue = Parcels.CATALOGUE;
  List<HandlingInterceptor> interceptors = List.of();
  Duration limit = Duration.ofMinutes(5);
  Clock clock = Clock.systemUTC();
  final List<Delivery> skipped = new CopyOnWriteArrayList<>();

  HandlingFixture() {
    this(HandlerThreads.platform(2));
  }

  HandlingFixture(HandlerThreads threads) {
    this.threads = threads;
    this.pauses =
        new Pauses(HandlingFixture::classify, threads, Duration.ofMillis(1), Duration.ofMillis(20));
  }

  /** Thrown while something is away that every event needs. */
  static final class AwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AwayException() {
      super("the database is away");
    }
  }

  private static FailureClass classify(Throwable failure) {
    if (failure instanceof AwayException) {
      return FailureClass.PAUSING;
    }
    return failure instanceof PermanentFailureException
        ? FailureClass.NOT_RETRIED
        : FailureClass.RETRIED;
  }

  /** Three attempts, one right after the other. */
  RetryingProcessor processor(Subscription subscription) {
    EventDispatcher dispatcher = new EventDispatcher(
        Subscriptions.of(catalogue, List.of(subscription)),
        new EventCodec(catalogue),
        interceptors,
        currentEvent,
        skipped::add);
    return new RetryingProcessor(
        new Attempts(dispatcher, HandlingFixture::classify, pauses, threads, limit),
        new RetryPolicy(3, 3, Duration.ofMillis(1), 1, Duration.ofMillis(1)),
        parking,
        pauses,
        threads,
        clock);
  }

  Delivery delivery(EncodedEvent event) {
    return new Delivery("q", event, false, ours::get);
  }

  @Override
  public void close() {
    threads.close();
  }
}
