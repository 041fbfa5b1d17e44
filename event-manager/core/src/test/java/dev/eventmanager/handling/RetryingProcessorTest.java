package dev.eventmanager.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.ParkReason;
import dev.eventmanager.PermanentFailureException;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.fixture.Parcels;
import dev.eventmanager.fixture.Parcels.Lost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryingProcessorTest {

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final HandlingFixture fixture = new HandlingFixture();
  private final RememberedParking parking = fixture.parking;
  private final List<String> handled = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    fixture.close();
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
  void parksBehindWhereAnAttemptFindsTheKeyHeldAndCountsNone() {
    fixture.interceptors = List.of(new HandlingInterceptor() {
      @Override
      public void intercept(Handling handling, Invocation next) throws Exception {
        if (!parking.parked.isEmpty()) {
          throw new KeyHeldException(handling.delivery());
        }
        next.proceed();
      }

      @Override
      public boolean findsHeldKeys() {
        return true;
      }
    });
    RetryingProcessor processor =
        processor((lost, metadata) -> fail(new PermanentFailureException("no such town")));

    process(processor, lost("Turin")).join();
    process(processor, lost("Milan")).join();

    assertThat(parking.parked).extracting(ParkedEvent::attempts).containsExactly(1, 0);
    assertThat(parking.reasons())
        .containsExactly(ParkReason.HANDLER_FAILED, ParkReason.BEHIND_PARKED);
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
    parking.refusal = new IllegalStateException("no room");
    CompletableFuture<Void> done =
        process(processor((lost, metadata) -> fail(new IllegalStateException("x"))), lost("Turin"));

    await().atMost(DEADLINE).until(done::isDone);
    assertThat(done).isCompletedExceptionally();
  }

  @Test
  void neverHandlesWhatIsNoLongerOurs() {
    fixture.ours.set(false);
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
          fixture.ours.set(false);
          fail(new PermanentFailureException("somebody else has it"));
        }),
        lost("Turin"));

    await().atMost(DEADLINE).until(done::isDone);
    assertThat(done).isCompletedExceptionally();
    assertThat(parking.parked).isEmpty();
  }

  @Test
  void givesBackWhatNoThreadCanTryAgain() {
    CompletableFuture<Void> done = process(
        processor((lost, metadata) -> {
          fixture.threads.close();
          fail(new IllegalStateException("x"));
        }),
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
            processor((lost, metadata) -> fixture.currentEvent.metadata().ifPresent(current::add)),
            lost("Turin"))
        .join();

    assertThat(current).extracting(EventMetadata::id).containsExactly("event-1");
    assertThat(fixture.currentEvent.metadata()).isEmpty();
  }

  private RetryingProcessor processor(Subscription.PayloadHandler<Lost> handler) {
    return fixture.processor(Subscription.of("q", "parcel.*.lost", Lost.class, handler));
  }

  private RetryingProcessor processor(
      List<HandlingInterceptor> interceptors, Subscription.PayloadHandler<Lost> handler) {
    fixture.interceptors = interceptors;
    return processor(handler);
  }

  private CompletableFuture<Void> process(RetryingProcessor processor, EncodedEvent event) {
    return processor.process(fixture.delivery(event));
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
}
