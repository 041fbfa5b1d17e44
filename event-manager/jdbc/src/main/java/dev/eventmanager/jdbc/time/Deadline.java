package dev.eventmanager.jdbc.time;

import java.time.Duration;

/**
 * A point in time on the monotonic clock, so that a wall clock that jumps does not touch it. For the
 * packages of this module.
 */
public record Deadline(long nanos) {

  /** One that is past. */
  public static Deadline now() {
    return new Deadline(System.nanoTime());
  }

  /** That long from now. */
  public static Deadline in(Duration wait) {
    return new Deadline(System.nanoTime() + wait.toNanos());
  }

  public Deadline earlier(Deadline other) {
    return nanosLeft() <= other.nanosLeft() ? this : other;
  }

  public boolean isPast() {
    return nanosLeft() <= 0;
  }

  /** Zero or less where it is past. */
  public long nanosLeft() {
    return nanos - System.nanoTime();
  }
}
