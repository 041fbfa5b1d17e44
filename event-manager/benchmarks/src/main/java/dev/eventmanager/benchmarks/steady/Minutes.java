package dev.eventmanager.benchmarks.steady;

import dev.eventmanager.benchmarks.run.Receipts;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What was handled in each of the measured minutes, and how long those took that were due in it.
 * Thread-safe.
 */
final class Minutes implements Receipts.Observer {

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final int DIGITS = 3;

  private final List<Histogram> latencies;
  private final AtomicLongArray handled;
  private final AtomicLongArray heaps;
  private final LongSupplier heap;

  /**
   * So many minutes.
   *
   * @param heap bytes in use after the last collection
   */
  Minutes(int count, LongSupplier heap) {
    this.latencies = Stream.<Histogram>generate(() -> new ConcurrentHistogram(DIGITS))
        .limit(count)
        .toList();
    this.handled = new AtomicLongArray(count);
    this.heaps = new AtomicLongArray(count);
    this.heap = heap;
  }

  @Override
  public void handled(long due, long at) {
    int minuteDue = (int) Math.floorDiv(due, MINUTE);
    if (isMeasured(minuteDue)) {
      latencies.get(minuteDue).recordValue(at - due);
    }
    int minute = (int) Math.floorDiv(at, MINUTE);
    if (isMeasured(minute)) {
      handled.incrementAndGet(minute);
      heaps.set(minute, heap.getAsLong()); // the minute's last event has the one that stays
    }
  }

  List<Minute> all() {
    return IntStream.range(0, latencies.size()).mapToObj(this::minute).toList();
  }

  private Minute minute(int number) {
    return new Minute(
        handled.get(number),
        millis(number, 50),
        millis(number, 99),
        millis(number, 99.9),
        heaps.get(number) / 1e6);
  }

  private double millis(int number, double percentile) {
    return latencies.get(number).getValueAtPercentile(percentile) / 1e6;
  }

  private boolean isMeasured(int minute) {
    return minute >= 0 && minute < latencies.size();
  }
}
