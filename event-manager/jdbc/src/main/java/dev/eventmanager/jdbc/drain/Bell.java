package dev.eventmanager.jdbc.drain;

import dev.eventmanager.jdbc.time.Deadline;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the drain's thread. Thread-safe. */
final class Bell {

  private final Semaphore rings = new Semaphore(0);

  void ring() {
    rings.release();
  }

  /** Returns once it has rung since the last call, at the deadline, or when interrupted. */
  void await(Deadline deadline) throws InterruptedException {
    if (rings.tryAcquire(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
      rings.drainPermits();
    }
  }
}
