package dev.eventmanager.rabbit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoomTest {

  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int SIZE = 16;
  private static final int TURN = 2;

  private final Room room = new Room(SIZE);
  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void endCallers() {
    callers.shutdownNow();
  }

  @Test
  void hasRoomForAsManyAsItsSize() throws InterruptedException {
    fill();

    assertThat(room.taken()).isEqualTo(SIZE);
    assertThat(room.take(Duration.ZERO)).isFalse();
  }

  @Test
  void letsInWhoeverWaits() throws InterruptedException {
    fill();
    CompletableFuture<Boolean> waiting = comes(LONG);

    room.giveBack();

    assertThat(waiting).succeedsWithin(SOON).isEqualTo(true);
    assertThat(room.taken()).isEqualTo(SIZE);
  }

  @Test
  void letsCallersInInTheOrderTheyCame() throws InterruptedException {
    fill();
    CompletableFuture<Boolean> first = comes(LONG);
    CompletableFuture<Boolean> second = comes(LONG);

    room.giveBack();
    assertThat(first).succeedsWithin(SOON).isEqualTo(true);
    assertThat(second).isNotDone();

    giveBack(TURN);
    assertThat(second).succeedsWithin(SOON).isEqualTo(true);
  }

  @Test
  void letsTheOneThatWasLetInGoOnBeforeItWakesTheNext() throws InterruptedException {
    fill();
    CompletableFuture<Boolean> first = comes(LONG);
    CompletableFuture<Boolean> second = comes(LONG);
    room.giveBack();
    first.join();

    room.giveBack();

    assertThat(second).isNotDone();
    assertThat(room.take(Duration.ZERO)).isTrue();
    room.giveBack();
    assertThat(second).succeedsWithin(SOON).isEqualTo(true);
  }

  @Test
  void givesWhatItKeepsToOneWhoseTimeIsUp() throws InterruptedException {
    fill();
    CompletableFuture<Boolean> first = comes(LONG);
    CompletableFuture<Boolean> second = comes(Duration.ofSeconds(3));

    giveBack(TURN);

    assertThat(first).succeedsWithin(SOON).isEqualTo(true);
    assertThat(second).succeedsWithin(SOON).isEqualTo(true);
  }

  @Test
  void keepsNoRoomForSomeoneWhoHasLeftTheLine() throws InterruptedException {
    fill();
    assertThat(room.take(Duration.ofMillis(1))).isFalse();
    CompletableFuture<Boolean> waiting = comes(LONG);

    room.giveBack();

    assertThat(waiting).succeedsWithin(SOON).isEqualTo(true);
  }

  @Test
  void keepsNoRoomForAnInterruptedCaller() throws InterruptedException {
    fill();
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(
        () -> {
          thread.complete(Thread.currentThread());
          return take(LONG);
        },
        callers);
    thread.join().interrupt();

    assertThat(interrupted).failsWithin(SOON);
    giveBack(SIZE);
    assertThat(room.taken()).isZero();
  }

  @Test
  void waitsUntilNothingIsTaken() throws InterruptedException {
    fill();
    CompletableFuture<Void> empty = CompletableFuture.runAsync(this::awaitNothingTaken, callers);

    giveBack(SIZE - 1);
    assertThat(empty).isNotDone();
    room.giveBack();

    assertThat(empty).succeedsWithin(SOON);
  }

  @Test
  void neverHasMoreUnderWayThanItsSizeAndForgetsNobody() {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    int each = 2_000;
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int thread = 0; thread < 3 * SIZE; thread++) {
      all.add(CompletableFuture.runAsync(
          () -> IntStream.range(0, each).forEach(time -> {
            assertThat(take(LONG)).isTrue();
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            Thread.yield();
            underWay.decrementAndGet();
            room.giveBack();
          }),
          callers));
    }

    assertThat(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))).succeedsWithin(LONG);
    assertThat(most).hasValueLessThanOrEqualTo(SIZE);
    assertThat(room.taken()).isZero();
  }

  private void fill() throws InterruptedException {
    for (int taken = 0; taken < SIZE; taken++) {
      assertThat(room.take(Duration.ZERO)).isTrue();
    }
  }

  private void giveBack(int times) {
    for (int time = 0; time < times; time++) {
      room.giveBack();
    }
  }

  /** A caller that stands in line by the time this returns. */
  private CompletableFuture<Boolean> comes(Duration limit) {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    CompletableFuture<Boolean> caller = CompletableFuture.supplyAsync(
        () -> {
          thread.complete(Thread.currentThread());
          return take(limit);
        },
        callers);
    while (thread.join().getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return caller;
  }

  private boolean take(Duration limit) {
    try {
      return room.take(limit);
    } catch (InterruptedException asked) {
      throw new IllegalStateException(asked);
    }
  }

  private void awaitNothingTaken() {
    try {
      room.awaitNothingTaken(LONG);
    } catch (InterruptedException asked) {
      throw new IllegalStateException(asked);
    }
  }
}
