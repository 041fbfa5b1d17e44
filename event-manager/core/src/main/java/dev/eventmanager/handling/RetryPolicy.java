package dev.eventmanager.handling;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a failing event is tried, and how long is waited in between.
 *
 * @param maxAttempts how often a handler is called for an event at most, the first time included
 * @param quickAttempts how many of these follow each other in the event's lane; where the key can be
 *     kept elsewhere until the next attempt, the others are made from there
 * @param initialDelay the wait before the second attempt
 * @param multiplier by how much each further wait is longer
 * @param maxDelay the longest wait
 */
public record RetryPolicy(
    int maxAttempts,
    int quickAttempts,
    Duration initialDelay,
    double multiplier,
    Duration maxDelay) {

  public RetryPolicy {
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("max attempts %d: at least 1".formatted(maxAttempts));
    }
    if (quickAttempts < 1) {
      throw new IllegalArgumentException("quick attempts %d: at least 1".formatted(quickAttempts));
    }
    if (multiplier < 1) {
      throw new IllegalArgumentException("multiplier %s: at least 1".formatted(multiplier));
    }
    if (initialDelay.isNegative() || maxDelay.compareTo(initialDelay) < 0) {
      throw new IllegalArgumentException(
          "initial delay %s, max delay %s: neither may be negative, nor the second the shorter"
              .formatted(initialDelay, maxDelay));
    }
  }

  /**
   * Five attempts, three of them quick, 100 ms after the first failure, then three times as long, at
   * most 10 s.
   */
  public static RetryPolicy standard() {
    return new RetryPolicy(5, 3, Duration.ofMillis(100), 3, Duration.ofSeconds(10));
  }

  /**
   * The wait after a failed attempt: exponential, with a fifth of it at random so that many that
   * failed together do not all come back together.
   */
  public Duration delayAfter(int attempt) {
    double millis = initialDelay.toMillis() * Math.pow(multiplier, attempt - 1);
    double bounded = Math.min(millis, (double) maxDelay.toMillis());
    double jittered = bounded * (0.9 + ThreadLocalRandom.current().nextDouble(0.2));
    return Duration.ofMillis(Math.round(jittered));
  }
}
