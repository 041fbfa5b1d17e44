package dev.eventmanager.rabbit.connection;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt to reach the broker: twice as long each time, up to a
 * limit, and up to a fifth less at random, so that instances do not come back all at once.
 *
 * @param first the wait after the first failure
 * @param longest the wait that is never exceeded
 */
public record BackOff(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 20;

  public BackOff {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "back-off from %s to %s is not possible; the first wait must be positive and no longer than the longest"
              .formatted(first, longest));
    }
  }

  /** From half a second to half a minute. */
  public static BackOff standard() {
    return new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30));
  }

  /**
   * The wait before the next attempt.
   *
   * @param failures how many attempts have failed so far, at least 1
   */
  public Duration after(int failures) {
    long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long millis = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 5 + 1));
  }
}
