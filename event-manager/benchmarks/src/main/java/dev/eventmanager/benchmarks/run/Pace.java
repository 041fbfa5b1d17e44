package dev.eventmanager.benchmarks.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Says when the next event is due, and waits for it. Of one thread. */
@FunctionalInterface
interface Pace {

  /** Half a second's work or so: handling is never idle, and no backlog grows on the queue. */
  int MOST_UNHANDLED = 10_000;

  int LOOK_EVERY = 100;
  long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

  /** Returns when the next event is due: now, or earlier if the publisher has fallen behind. */
  long next();

  /**
   * At once, unless so many are published and not handled that handling must catch up first.
   *
   * @param threads that look at it, none of them so often that the looking itself would cost
   */
  static Pace asFastAsPossible(LongSupplier unhandled, int threads) {
    int[] count = new int[1];
    return () -> {
      if (count[0]++ % LOOK_EVERY == 0) {
        while (unhandled.getAsLong() > MOST_UNHANDLED) {
          LockSupport.parkNanos(threads * PAUSE);
        }
      }
      return System.nanoTime();
    };
  }

  /** So many a second, whatever became of those before: nobody waits for the contestant. */
  static Pace steady(int rate, long from) {
    long[] count = new long[1];
    return () -> {
      long due = from + count[0]++ * TimeUnit.SECONDS.toNanos(1) / rate;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      return due;
    };
  }
}
