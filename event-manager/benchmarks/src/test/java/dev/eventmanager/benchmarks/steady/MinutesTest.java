package dev.eventmanager.benchmarks.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MinutesTest {

  private static final Offset<Double> THREE_DIGITS = within(0.02);

  private final AtomicLong heap = new AtomicLong();
  private final Minutes minutes = new Minutes(2, heap::get);

  @Test
  void countsEachEventInTheMinuteThatHandledIt() {
    handled(100, 110);
    handled(59_999, 60_001);
    handled(60_100, 60_110);

    assertThat(minutes.all()).extracting(Minute::handled).containsExactly(1.0, 2.0);
  }

  @Test
  void addsALatencyToTheMinuteInWhichTheEventWasDue() {
    handled(59_990, 60_010);
    handled(60_100, 60_105);

    assertThat(minutes.all().get(0).p99()).isCloseTo(20, THREE_DIGITS);
    assertThat(minutes.all().get(1).p99()).isCloseTo(5, THREE_DIGITS);
  }

  @Test
  void leavesOutTheWarmUpAndWhatCameAfterTheEnd() {
    handled(-20, -10);
    handled(120_000, 120_001);

    assertThat(minutes.all()).extracting(Minute::handled).containsExactly(0.0, 0.0);
  }

  @Test
  void hasTheHeapOfTheLastEventOfAMinute() {
    heap.set(40_000_000);
    handled(0, 1);
    heap.set(50_000_000);
    handled(0, 2);
    heap.set(60_000_000);
    handled(60_000, 60_001);

    assertThat(minutes.all()).extracting(Minute::heap).containsExactly(50.0, 60.0);
  }

  @Test
  void comparesAMinuteWithAnother() {
    Minute first = new Minute(100, 1, 10, 20, 40);
    Minute last = new Minute(50, 2, 10, 30, 60);

    assertThat(last.dividedBy(first)).isEqualTo(new Minute(0.5, 2, 1, 1.5, 1.5));
  }

  private void handled(long dueMillis, long atMillis) {
    minutes.handled(
        TimeUnit.MILLISECONDS.toNanos(dueMillis), TimeUnit.MILLISECONDS.toNanos(atMillis));
  }
}
