package dev.eventmanager.rabbit.consume;

/** What earlier generations of a queue mean for the next. Confined to the consumer's thread. */
final class PastGenerations {

  private static final int FRUITLESS_BEFORE_CAUTION = 3;

  private int count = 0;
  private int failures = 0;
  private int fruitless = 0;

  /** How many there have been in this process. */
  int count() {
    return count;
  }

  /** One more has ended. */
  void add(Generation generation) {
    count++;
    if (generation.hasProgress()) {
      failures = 0;
      fruitless = 0;
    } else if (generation.hasDeliveries()) {
      fruitless++;
    }
  }

  /** The queue could not be consumed, or no longer; returns how often in a row by now. */
  int noteFailure() {
    failures++;
    return failures;
  }

  /**
   * After several in a row that ended before anything was acknowledged, events are to come one by
   * one until one succeeds: each return counts towards the broker's limit, and is to count for the
   * one that fails alone.
   */
  boolean callForCaution() {
    return fruitless >= FRUITLESS_BEFORE_CAUTION;
  }
}
