package dev.eventmanager.jdbc.drain;

import java.time.Duration;

/** A point in time on the monotonic clock, so that a wall clock that jumps does not touch it. */
record Deadline(long nanos) {

  static Deadline now() {
    return new Deadline(System.nanoTime());
  }

  Deadline plus(Duration duration) {
    return new Deadline(nanos + duration.toNanos());
  }

  Deadline earlier(Deadline other) {
    return nanosLeft() <= other.nanosLeft() ? this : other;
  }

  boolean isPast() {
    return nanosLeft() <= 0;
  }

  /** Zero or less where it is past. */
  long nanosLeft() {
    return nanos - System.nanoTime();
  }
}
