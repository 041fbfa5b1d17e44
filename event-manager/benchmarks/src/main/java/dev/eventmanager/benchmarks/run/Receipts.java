package dev.eventmanager.benchmarks.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What has arrived: whether each purchase did so once and in its key's order, how many did in the
 * measured time, and how long those took that were due in it. Thread-safe.
 */
public final class Receipts {

  private static final int DIGITS = 3;
  private static final int MOST_FAULTS = 10;

  private final AtomicIntegerArray last;
  private final Observer observer;
  private final LongAdder all = new LongAdder();
  private final LongAdder measured = new LongAdder();
  private final Histogram sinceDue = new ConcurrentHistogram(DIGITS);
  private final Histogram sinceSent = new ConcurrentHistogram(DIGITS);
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private volatile long from = 0;
  private volatile long to = 0;

  public Receipts(int keys) {
    this(keys, (due, at) -> {});
  }

  /** Those that an observer is told of too. */
  public Receipts(int keys, Observer observer) {
    this.last = new AtomicIntegerArray(keys);
    this.observer = observer;
  }

  /** Is told of each that arrives, in nanoseconds since the measured time began. */
  @FunctionalInterface
  public interface Observer {
    void handled(long due, long at);
  }

  /** Measures between two moments, by {@link System#nanoTime}; to be said before the first comes. */
  void measure(long begin, long end) {
    from = begin;
    to = end;
  }

  public void received(Purchase purchase) {
    long now = System.nanoTime();
    int before = last.getAndSet(Purchases.key(purchase), purchase.number());
    if (before != purchase.number() - 1) {
      fault("%s: %d came after %d".formatted(purchase.id(), purchase.number(), before));
    }
    all.increment();
    if (isMeasured(now)) {
      measured.increment();
    }
    if (isMeasured(purchase.due())) {
      sinceDue.recordValue(now - purchase.due());
      sinceSent.recordValue(now - purchase.sent());
    }
    observer.handled(purchase.due() - from, now - from);
  }

  /** What went wrong fails the run; the first faults are told. */
  public void fault(String text) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(text);
    }
  }

  public long count() {
    return all.sum();
  }

  /** Fails unless all that was published arrived once and in order. */
  public void require(Purchases published) {
    for (int key = 0; key < last.length(); key++) {
      if (last.get(key) != published.count(key)) {
        fault("key %d: %d were published, the last to come was %d"
            .formatted(key, published.count(key), last.get(key)));
      }
    }
    if (count() != published.count()) {
      fault("%d were published, %d came".formatted(published.count(), count()));
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("; ", faults));
    }
  }

  public Map<Figure, Double> figures() {
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(
        Figure.RECEIVED, measured.sum() * (double) TimeUnit.SECONDS.toNanos(1) / (to - from));
    figures.put(Figure.P50, millis(sinceDue, 50));
    figures.put(Figure.P99, millis(sinceDue, 99));
    figures.put(Figure.P999, millis(sinceDue, 99.9));
    figures.put(Figure.P50_FROM_SEND, millis(sinceSent, 50));
    figures.put(Figure.P99_FROM_SEND, millis(sinceSent, 99));
    figures.put(Figure.P999_FROM_SEND, millis(sinceSent, 99.9));
    return figures;
  }

  private boolean isMeasured(long moment) {
    return moment - from >= 0 && moment - to < 0;
  }

  private static double millis(Histogram histogram, double percentile) {
    return histogram.getValueAtPercentile(percentile) / 1e6;
  }
}
