package dev.eventmanager.handling;

import static dev.eventmanager.handling.HandlingFixture.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.fixture.Parcels;
import dev.eventmanager.fixture.Parcels.Lost;
import dev.eventmanager.handling.HandlingFixture.AwayException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PausesTest {

  private final HandlingFixture fixture = new HandlingFixture();
  private final AtomicBoolean away = new AtomicBoolean(true);
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnceWhilePausing = new AtomicInteger();
  private final List<String> handled = new CopyOnWriteArrayList<>();
  private final List<Integer> attempts = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void countsNoAttemptAndParksNothingWhileWhatEventsNeedIsAway() {
    List<CompletableFuture<Void>> all = processSeveral(20);
    awaitBegun(10);
    assertThat(handled).isEmpty();
    assertThat(fixture.pauses.status("q")).isPresent();

    away.set(false);

    join(all);
    assertThat(handled).hasSize(20);
    assertThat(attempts).containsOnly(1);
    assertThat(fixture.parking.parked).isEmpty();
    assertThat(fixture.pauses.status("q")).isEmpty();
  }

  @Test
  void letsOneEventAtATimeProbe() {
    List<CompletableFuture<Void>> all = processSeveral(20);
    awaitAllWaitExceptTheProbe(20); // those that were begun before the pause may have met
    mostAtOnceWhilePausing.set(0);
    awaitBegun(begun.get() + 10);

    assertThat(mostAtOnceWhilePausing).hasValue(1);

    away.set(false);
    join(all);
  }

  @Test
  void saysWhyItPausesAndForHowMany() {
    List<CompletableFuture<Void>> all = processSeveral(20);
    awaitBegun(10);

    await()
        .atMost(DEADLINE)
        .untilAsserted(() -> assertThat(fixture.pauses.status("q"))
            .hasValueSatisfying(status -> assertThat(status)
                .asString()
                .matches("paused for \\d+ s, \\d+ events wait, until this is over: .+")
                .endsWith(": " + new AwayException())));
    assertThat(fixture.pauses.status("another queue")).isEmpty();

    away.set(false);
    join(all);
  }

  @Test
  void pausesTooWhereTheQuestionForHeldKeysCannotBeAsked() {
    away.set(false);
    fixture.parking.ignorance = new AwayException();
    List<CompletableFuture<Void>> all = processSeveral(5);
    awaitPause();
    assertThat(begun).hasValue(0);

    fixture.parking.ignorance = null;

    join(all);
    assertThat(handled).hasSize(5);
  }

  @Test
  void pausesTooWhereAFailedEventCannotBeParked() {
    fixture.parking.refusal = new AwayException();
    CompletableFuture<Void> failing = process(
        processor((lost, metadata) -> {
          begun.incrementAndGet();
          throw new IllegalStateException("always");
        }),
        1);
    awaitPause();

    fixture.parking.refusal = null;

    failing.join();
    assertThat(begun).hasValue(3);
    assertThat(fixture.parking.parked).extracting(ParkedEvent::attempts).containsExactly(3);
  }

  @Test
  void givesUpWhatIsNoLongerOurs() {
    List<CompletableFuture<Void>> all = processSeveral(5);
    awaitPause();

    fixture.ours.set(false);

    all.forEach(each -> await().atMost(DEADLINE).until(each::isCompletedExceptionally));
    assertThat(handled).isEmpty();
  }

  @Test
  void goesOnWithTheNextEventAfterAllThatWaitedWereLost() {
    CompletableFuture<Void> lost = processSeveral(1).get(0);
    awaitPause();
    fixture.ours.set(false);
    await().atMost(DEADLINE).until(lost::isCompletedExceptionally);

    fixture.ours.set(true);
    away.set(false);

    join(processSeveral(1));
    assertThat(fixture.pauses.status("q")).isEmpty();
  }

  @Test
  void probesWithAnEventThatFailsLateAfterAllThatWaitedWereLost() throws Exception {
    CountDownLatch othersAreLost = new CountDownLatch(1);
    AtomicInteger lateAttempts = new AtomicInteger();
    CompletableFuture<Void> late = process(
        processor((lost, metadata) -> {
          boolean first = lateAttempts.incrementAndGet() == 1;
          othersAreLost.await();
          if (first) {
            throw new AwayException();
          }
        }),
        99);
    await().atMost(DEADLINE).until(() -> lateAttempts.get() == 1);
    CompletableFuture<Void> lost = processSeveral(1).get(0);
    awaitPause();
    fixture.ours.set(false);
    await().atMost(DEADLINE).until(lost::isCompletedExceptionally);
    fixture.ours.set(true);

    othersAreLost.countDown();

    late.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    assertThat(lateAttempts).hasValue(2);
  }

  @Test
  void givesUpWhatWaitsWhenTheServiceStops() {
    List<CompletableFuture<Void>> all = processSeveral(5);
    awaitPause();

    await().atMost(DEADLINE).until(() -> {
      fixture.pauses.giveUpWaiting();
      return all.stream().allMatch(CompletableFuture::isCompletedExceptionally);
    });
  }

  @Test
  void doesNotBelieveAnEventThatPausesAgainAndAgainWhileOthersPass() {
    away.set(false);
    RetryingProcessor processor = processor((lost, metadata) -> {
      if (lost.where().equals("place 0")) {
        throw new AwayException();
      }
    });
    CompletableFuture<Void> liar = process(processor, 0);

    await().atMost(DEADLINE).until(() -> {
      process(processor, 1).join();
      return liar.isDone();
    });

    assertThat(fixture.parking.parked).extracting(ParkedEvent::attempts).containsExactly(3);
  }

  private List<CompletableFuture<Void>> processSeveral(int n) {
    fixture.interceptors = List.of((handling, next) -> {
      next.proceed();
      attempts.add(handling.attempt());
    });
    RetryingProcessor processor = processor((lost, metadata) -> {
      begun.incrementAndGet();
      mostAtOnceWhilePausing.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      try {
        if (away.get()) {
          throw new AwayException();
        }
        handled.add(lost.where());
      } finally {
        atOnce.decrementAndGet();
      }
    });
    return IntStream.range(0, n).mapToObj(i -> process(processor, i)).toList();
  }

  private RetryingProcessor processor(Subscription.PayloadHandler<Lost> handler) {
    return fixture.processor(Subscription.of("q", "parcel.*.lost", Lost.class, handler));
  }

  private CompletableFuture<Void> process(RetryingProcessor processor, int i) {
    EncodedEvent event = Parcels.arrived(
        "event-" + i, "parcel.v1.lost", "parcel-" + i, "{\"where\":\"place " + i + "\"}");
    return processor.process(fixture.delivery(event));
  }

  private void awaitPause() {
    await().atMost(DEADLINE).until(() -> fixture.pauses.status("q").isPresent());
  }

  private void awaitAllWaitExceptTheProbe(int n) {
    await()
        .atMost(DEADLINE)
        .until(() -> fixture
            .pauses
            .status("q")
            .filter(status -> status.waiting() >= n - 1)
            .isPresent());
  }

  private void awaitBegun(int n) {
    await().atMost(DEADLINE).until(() -> begun.get() >= n);
  }

  private static void join(List<CompletableFuture<Void>> all) {
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
  }
}
