package dev.eventmanager.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** One contestant on one course, in this process. */
public final class Run {

  private static final int WARM_UP_RATE = 5_000;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_DRAIN = 120 * SECOND;

  private final Contestant contestant;
  private final Course course;
  private final Receipts receipts;
  private final Purchases purchases;
  private final LongAdder published = new LongAdder();
  private final long begin = System.nanoTime();
  private final long from;
  private final long to;

  /** A run that begins now. */
  public Run(Contestant contestant, Course course, Receipts receipts) {
    this.contestant = contestant;
    this.course = course;
    this.receipts = receipts;
    this.purchases = new Purchases(course.keys());
    this.from = begin + course.warmUp() * SECOND;
    this.to = from + course.seconds() * SECOND;
    receipts.measure(from, to);
  }

  /** Runs to the end, and fails unless every event arrived once and in order. */
  public Map<Figure, Double> figures() throws Exception {
    ExecutorService publishers = Executors.newFixedThreadPool(course.threads());
    try {
      List<Future<Long>> counts = new ArrayList<>();
      for (int thread = 0; thread < course.threads(); thread++) {
        int number = thread;
        counts.add(publishers.submit(() -> publish(number)));
      }
      long measured = 0;
      for (Future<Long> each : counts) {
        measured += each.get();
      }
      awaitAll();
      receipts.require(purchases);
      Map<Figure, Double> figures = receipts.figures();
      figures.put(Figure.PUBLISHED, (double) measured / course.seconds());
      return figures;
    } finally {
      publishers.shutdownNow();
    }
  }

  /** Publishes the keys of a thread in turn, and returns how many within the measured time. */
  private long publish(int thread) throws Exception {
    Keys keys = new Keys(thread, course);
    long[] measured = new long[1];
    contestant.publish(() -> {
      if (course.asFastAsPossible()) {
        Pace asFastAsPossible = Pace.asFastAsPossible(this::unhandled, course.threads());
        send(keys, asFastAsPossible, from);
        measured[0] = send(keys, asFastAsPossible, to);
      } else {
        // The machine code is made at a brisk rate; the last second has the measured one already.
        send(keys, Pace.steady(WARM_UP_RATE, begin), from - SECOND);
        send(keys, Pace.steady(course.rate(), from - SECOND), from);
        measured[0] = send(keys, Pace.steady(course.rate(), from), to);
      }
      return null;
    });
    return measured[0];
  }

  private long send(Keys keys, Pace pace, long until) throws Exception {
    long count = 0;
    for (long due = pace.next();
        due - until < 0 && System.nanoTime() - until < 0;
        due = pace.next()) {
      contestant.send(purchases.next(keys.next(), due));
      published.increment();
      count++;
    }
    return count;
  }

  private long unhandled() {
    return published.sum() - receipts.count();
  }

  private void awaitAll() throws InterruptedException {
    long limit = System.nanoTime() + LONGEST_DRAIN;
    while (receipts.count() < purchases.count() && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
