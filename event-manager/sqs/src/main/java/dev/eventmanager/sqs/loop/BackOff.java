package dev.eventmanager.sqs.loop;

import java.time.Duration;

/** Waits that double from the first to the longest. */
public record BackOff(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 20;

  /**
   * The wait after a failure.
   *
   * @param failures how many there were in a row; none at all is waited for as one
   */
  public Duration after(int failures) {
    var doublings = Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS);
    var delay = first.multipliedBy(1L << doublings);
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
