package dev.eventmanager.handling;

import static dev.eventmanager.handling.HandlingFixture.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.ParkReason;
import dev.eventmanager.fixture.Parcels;
import dev.eventmanager.fixture.Parcels.Lost;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandlerTimeLimitTest {

  private HandlingFixture fixture = new HandlingFixture(HandlerThreads.platform(1));
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  @AfterEach
  void stop() {
    never.countDown();
    fixture.close();
  }

  @Test
  void triesAgainAfterAHandlerThatEndedWhenItWasInterrupted() {
    process(
            processor((lost, metadata) -> {
              seen.add("attempt");
              if (seen.size() == 1) {
                never.await();
              }
            }),
            "Turin")
        .join();

    assertThat(seen).hasSize(2);
    assertThat(fixture.parking.parked).isEmpty();
  }

  @Test
  void parksWhatNeverReturnsInTimeWithThePlaceWhereItWas() {
    process(processor((lost, metadata) -> never.await()), "Turin").join();

    ParkedEvent parked = fixture.parking.parked.get(0);
    assertThat(parked.reason()).isEqualTo(ParkReason.HANDLER_FAILED);
    assertThat(parked.attempts()).isEqualTo(3);
    assertThat(parked.failure())
        .hasValueSatisfying(failure -> assertThat(failure)
            .hasMessageContaining("has not returned within PT0.1S")
            .hasMessageContaining("event-manager.consumer.handler-timeout")
            .hasStackTraceContaining("HandlerTimeLimitTest"));
  }

  @Test
  void lastsNothingOfAnAbandonedAttemptThoughItsHandlerReturns() {
    AtomicInteger attempts = new AtomicInteger();
    fixture.interceptors = List.of((handling, next) -> {
      try {
        next.proceed();
        seen.add("committed " + handling.attempt());
      } catch (HandlerTimeoutException abandoned) {
        seen.add("rolled back " + handling.attempt());
        throw abandoned;
      }
    });

    process(
            processor((lost, metadata) -> {
              if (attempts.incrementAndGet() == 1) {
                awaitInterrupt();
              }
            }),
            "Turin")
        .join();

    assertThat(seen).containsExactly("rolled back 1", "committed 2");
  }

  @Test
  void neverCallsTheHandlerOfAnAttemptThatWasAbandonedBefore() {
    fixture.interceptors = List.of((handling, next) -> {
      if (handling.attempt() == 1) {
        awaitInterrupt();
      }
      next.proceed();
    });

    process(processor((lost, metadata) -> seen.add(lost.where())), "Turin").join();

    assertThat(seen).containsExactly("Turin");
  }

  @Test
  void waitsForACommitHoweverLongItTakes() {
    fixture.interceptors = List.of((handling, next) -> {
      next.proceed();
      sleepBeyondTheLimit();
    });

    process(processor((lost, metadata) -> seen.add(lost.where())), "Turin").join();

    assertThat(seen).containsExactly("Turin");
    assertThat(fixture.parking.parked).isEmpty();
  }

  static Stream<HandlerThreads> bothKinds() {
    return Stream.of(HandlerThreads.platform(1), HandlerThreads.virtual(1, daemons()));
  }

  /** Stands in for virtual threads, which JDK 17 does not have. */
  private static ThreadFactory daemons() {
    return new DaemonThreads("test-");
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void givesUpAHandlerThatIgnoresTheInterruptAndItsThreadToOthers(HandlerThreads threads) {
    fixture.close();
    fixture = new HandlingFixture(threads);
    RetryingProcessor processor = processor((lost, metadata) -> {
      if (lost.where().equals("stuck")) {
        awaitUninterruptibly();
      }
      seen.add(lost.where());
    });

    process(processor, "stuck").join();
    process(processor, "stuck", "behind it").join();
    process(processor, "other").join();

    assertThat(fixture.parking.reasons())
        .containsExactly(ParkReason.HANDLER_STUCK, ParkReason.BEHIND_PARKED);
    assertThat(fixture.parking.parked.get(0).failure())
        .hasValueSatisfying(
            failure -> assertThat(failure).hasStackTraceContaining("awaitUninterruptibly"));
    assertThat(seen).containsExactly("other");
  }

  @ParameterizedTest
  @MethodSource("bothKinds")
  void handlesNoMoreAtOnceAfterAStuckHandlerHasReturned(HandlerThreads threads) {
    fixture.close();
    fixture = new HandlingFixture(threads);
    AtomicReference<Thread> stuckThread = new AtomicReference<>();
    RetryingProcessor processor = processor((lost, metadata) -> {
      if (lost.where().equals("stuck")) {
        stuckThread.set(Thread.currentThread());
        awaitUninterruptibly();
        seen.add("returned");
      } else {
        stayForAMoment();
      }
    });
    process(processor, "stuck").join();
    never.countDown();
    await()
        .atMost(DEADLINE)
        .until(() -> seen.contains("returned") && hasNothingToDo(stuckThread.get()));

    CompletableFuture.allOf(IntStream.range(0, 20)
            .mapToObj(i -> process(processor, "place " + i))
            .toArray(CompletableFuture[]::new))
        .join();

    assertThat(mostAtOnce).hasValue(1);
  }

  @Test
  void runsHandlersOnThreadsThatDoNotKeepTheProcessAlive() {
    process(
            processor((lost, metadata) ->
                seen.add(Thread.currentThread().isDaemon() ? "daemon" : "keeps it alive")),
            "Turin")
        .join();

    assertThat(seen).containsExactly("daemon");
  }

  private RetryingProcessor processor(Subscription.PayloadHandler<Lost> handler) {
    fixture.limit = Duration.ofMillis(100);
    return fixture.processor(Subscription.of("q", "parcel.*.lost", Lost.class, handler));
  }

  private CompletableFuture<Void> process(RetryingProcessor processor, String where) {
    return process(processor, where, where);
  }

  private CompletableFuture<Void> process(RetryingProcessor processor, String key, String where) {
    return processor.process(fixture.delivery(
        Parcels.arrived(where, "parcel.v1.lost", key, "{\"where\":\"" + where + "\"}")));
  }

  /** Swallows it, as a handler may. */
  private void awaitInterrupt() {
    try {
      never.await();
    } catch (InterruptedException swallowed) {
      // that is the test
    }
  }

  private void awaitUninterruptibly() {
    while (never.getCount() > 0) {
      awaitInterrupt();
    }
  }

  /** On its own thread, as a slow commit is. */
  private void sleepBeyondTheLimit() throws InterruptedException {
    never.await(300, TimeUnit.MILLISECONDS);
  }

  /** Long enough for another to come in, if another may. */
  private void stayForAMoment() throws InterruptedException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try {
      new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
    } finally {
      atOnce.decrementAndGet();
    }
  }

  /** Such as one that is in its pool again, or has ended. */
  private static boolean hasNothingToDo(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TERMINATED;
  }
}
