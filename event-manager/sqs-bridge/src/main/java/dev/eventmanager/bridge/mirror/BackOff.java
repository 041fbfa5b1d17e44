package dev.eventmanager.bridge.mirror;

import java.time.Duration;

/** Waits that double from the first to the longest. */
record BackOff(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 20;

  /**
   * The wait after a failure.
   *
   * @param failures how many there were in a row, from 1
   */
  Duration after(int failures) {
    var delay = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
