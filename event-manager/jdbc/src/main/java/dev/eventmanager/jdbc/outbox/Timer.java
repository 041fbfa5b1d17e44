package dev.eventmanager.jdbc.outbox;

import java.time.Duration;

/**
 * A point in time that can be set anew. Runs on the monotonic clock, so a wall clock that jumps
 * does not touch it. Confined to the relay's thread.
 */
final class Timer {

  private long at = System.nanoTime();

  /** Due that long from now. */
  void set(Duration wait) {
    at = System.nanoTime() + wait.toNanos();
  }

  boolean isDue() {
    return nanosLeft() <= 0;
  }

  /** Zero or less where it is due. */
  long nanosLeft() {
    return at - System.nanoTime();
  }
}
