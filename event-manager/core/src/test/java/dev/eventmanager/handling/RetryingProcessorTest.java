package dev.eventmanager.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.ParkReason;
import dev.eventmanager.PermanentFailureException;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.fixture.Parcels;
import dev.eventmanager.fixture.Parcels.Lost;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryingProcessorTest {

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final ExecutorService handlers = Executors.newFixedThreadPool(2);
  private final ScheduledExecutorService waits = Executors.newSingleThreadScheduledExecutor();
  private final RememberedParking parking = new RememberedParking();
  private final CurrentEvent currentEvent = new CurrentEvent();
  private final List<String> handled = new CopyOnWriteArrayList<>();
  private final AtomicBoolean ours = new AtomicBoolean(true);

  @AfterEach
  void stop() {
    handlers.shutdownNow();
    waits.shutdownNow();
  }

  @Test
  void completesOnceTheHandlerReturned() {
    process(processor((lost, metadata) -> handled.add(lost.where())), lost("Turin"))
        .join();

    assertThat(handled).containsExactly("Turin");
    assertThat(parking.parked).isEmpty();
  }

  @Test
  void triesAFailingEventAgainUntilItSucceeds() {
    process(
            processor((lost, metadata) -> {
              handled.add(lost.where());
              if (handled.size() < 3) {
                throw new IllegalStateException("not yet");
              }
            }),
            lost("Turin"))
        .join();

    assertThat(handled).hasSize(3);
    assertThat(parking.parked).isEmpty();
  }

  @Test
  void parksWhatFailsAsOftenAsItMay() {
    process(
            processor((lost, metadata) -> fail(new AssertionError("an error, even"))),
            lost("Turin"))
        .join();

    ParkedEvent parked = parking.parked.get(0);
    assertThat(handled).hasSize(3);
    assertThat(parked.reason()).isEqualTo(ParkReason.HANDLER_FAILED);
    assertThat(parked.attempts()).isEqualTo(3);
    assertThat(parked.explanation()).contains("an error, even");
    assertThat(parked.firstFailedAt()).isBeforeOrEqualTo(parked.lastFailedAt());
  }

  @Test
  void parksAPermanentFailureAtOnce() {
    process(
            processor((lost, metadata) -> fail(new PermanentFailureException("no such town"))),
            lost("Turin"))
        .join();

    assertThat(handled).hasSize(1);
    assertThat(parking.parked).extracting(ParkedEvent::attempts).containsExactly(1);
  }

  @Test
  void parksWhatCannotBeReadWithoutCallingAHandler() {
    process(
            processor((lost, metadata) -> handled.add("called")),
            Parcels.arrived("parcel.v1.lost", "{"))
        .join();

    assertThat(handled).isEmpty();
    assertThat(parking.parked)
        .extracting(ParkedEvent::reason)
        .containsExactly(ParkReason.MALFORMED);
  }

  @Test
  void parksAnEventThatNoHandlerTakes() {
    process(
            processor((lost, metadata) -> handled.add("called")),
            Parcels.arrived("parcel.v1.sent", "{\"parcel\":\"p\",\"grams\":1}"))
        .join();

    assertThat(parking.parked)
        .extracting(ParkedEvent::reason)
        .containsExactly(ParkReason.NO_HANDLER);
  }

  @Test
  void parksLaterEventsOfAParkedKeyBehindIt() {
    RetryingProcessor processor =
        processor((lost, metadata) -> fail(new IllegalStateException("always")));

    process(processor, lost("Turin")).join();
    process(processor, lost("Milan")).join();

    assertThat(parking.parked)
        .extracting(ParkedEvent::reason)
        .containsExactly(ParkReason.HANDLER_FAILED, ParkReason.BEHIND_PARKED);
    assertThat(handled).as("attempts at the first one only").hasSize(3);
  }

  @Test
  void letsLaterEventsPassOneThatCouldNotBeRead() {
    RetryingProcessor processor = processor((lost, metadata) -> handled.add(lost.where()));

    process(processor, Parcels.arrived("parcel.v8.lost", "{}")).join();
    process(processor, lost("Milan")).join();

    assertThat(handled).containsExactly("Milan");
  }

  @Test
  void givesUpWhatCannotEvenBeParked() {
    parking.broken = true;
    CompletableFuture<Void> done =
        process(processor((lost, metadata) -> fail(new IllegalStateException("x"))), lost("Turin"));

    await().atMost(DEADLINE).until(done::isDone);
    assertThat(done).isCompletedExceptionally();
  }

  @Test
  void neverHandlesWhatIsNoLongerOurs() {
    ours.set(false);
    CompletableFuture<Void> done =
        process(processor((lost, metadata) -> handled.add(lost.where())), lost("Turin"));

    await().atMost(DEADLINE).until(done::isDone);
    assertThat(done).isCompletedExceptionally();
    assertThat(handled).isEmpty();
  }

  @Test
  void neverParksWhatWasLostWhileItFailed() {
    CompletableFuture<Void> done = process(
        processor((lost, metadata) -> {
          ours.set(false);
          fail(new PermanentFailureException("somebody else has it"));
        }),
        lost("Turin"));

    await().atMost(DEADLINE).until(done::isDone);
    assertThat(done).isCompletedExceptionally();
    assertThat(parking.parked).isEmpty();
  }

  @Test
  void givesBackWhatNoThreadCanTryAgain() {
    AtomicBoolean threads = new AtomicBoolean(true);
    Executor scarce = work -> {
      if (!threads.getAndSet(false)) {
        throw new OutOfMemoryError("unable to create native thread");
      }
      work.run();
    };
    CompletableFuture<Void> done = process(
        processor(scarce, List.of(), (lost, metadata) -> fail(new IllegalStateException("x"))),
        lost("Turin"));

    await().atMost(DEADLINE).until(done::isDone);
    assertThat(done).isCompletedExceptionally();
    assertThat(handled).containsExactly("attempt");
  }

  @Test
  void callsTheInterceptorsAroundEveryAttemptTheFirstOutermost() {
    HandlingInterceptor outer = noting("outer");
    HandlingInterceptor inner = noting("inner");
    process(
            processor(List.of(outer, inner), (lost, metadata) -> handled.add(lost.where())),
            lost("Turin"))
        .join();

    assertThat(handled)
        .containsExactly("outer begins 1", "inner begins 1", "Turin", "inner ends", "outer ends");
  }

  @Test
  void knowsTheCurrentEventWhileItIsHandled() {
    List<EventMetadata> current = new ArrayList<>();
    process(
            processor((lost, metadata) -> currentEvent.metadata().ifPresent(current::add)),
            lost("Turin"))
        .join();

    assertThat(current).extracting(EventMetadata::id).containsExactly("event-1");
    assertThat(currentEvent.metadata()).isEmpty();
  }

  private RetryingProcessor processor(Subscription.PayloadHandler<Lost> handler) {
    return processor(List.of(), handler);
  }

  private RetryingProcessor processor(
      List<HandlingInterceptor> interceptors, Subscription.PayloadHandler<Lost> handler) {
    return processor(handlers, interceptors, handler);
  }

  private RetryingProcessor processor(
      Executor threads,
      List<HandlingInterceptor> interceptors,
      Subscription.PayloadHandler<Lost> handler) {
    Subscriptions subscriptions = Subscriptions.of(
        Parcels.CATALOGUE, List.of(Subscription.of("q", "parcel.*.lost", Lost.class, handler)));
    EventDispatcher dispatcher = new EventDispatcher(
        subscriptions, new EventCodec(Parcels.CATALOGUE), interceptors, currentEvent);
    RetryPolicy policy = new RetryPolicy(3, Duration.ofMillis(1), 1, Duration.ofMillis(1));
    return new RetryingProcessor(dispatcher, policy, parking, threads, waits, Clock.systemUTC());
  }

  private CompletableFuture<Void> process(RetryingProcessor processor, EncodedEvent event) {
    return processor.process(new Delivery("q", event, false, ours::get));
  }

  private static EncodedEvent lost(String where) {
    return Parcels.arrived("parcel.v1.lost", "{\"where\":\"" + where + "\"}");
  }

  private <X extends Throwable> void fail(X failure) throws X {
    handled.add("attempt");
    throw failure;
  }

  private HandlingInterceptor noting(String name) {
    return (handling, next) -> {
      handled.add(name + " begins " + handling.attempt());
      next.proceed();
      handled.add(name + " ends");
    };
  }

  /** Parking that forgets with the test; the real ones are tested on their database and broker. */
  private static final class RememberedParking implements ParkedEvents {
    private final List<ParkedEvent> parked = new CopyOnWriteArrayList<>();
    private volatile boolean broken = false;

    @Override
    public void park(ParkedEvent event) {
      if (broken) {
        throw new IllegalStateException("no room");
      }
      parked.add(event);
    }

    @Override
    public boolean holds(String queue, String orderingKey) {
      return parked.stream()
          .anyMatch(each -> each.reason().holdsKey()
              && each.queue().equals(queue)
              && each.event().metadata().orderingKey().equals(orderingKey));
    }

    @Override
    public long count(String queue) {
      return parked.stream().filter(each -> each.queue().equals(queue)).count();
    }
  }
}
