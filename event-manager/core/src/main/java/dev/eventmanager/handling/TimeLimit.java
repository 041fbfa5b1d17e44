package dev.eventmanager.handling;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Expires the attempts that take longer than they may, by a look at all of them every so often: a
 * timer for each would cost more than most handlers do. Thread-safe.
 */
final class TimeLimit {

  private static final Logger LOG = LoggerFactory.getLogger(TimeLimit.class);
  private static final long LOOKS = 20;
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final Duration limit;
  private final Set<WatchedAttempt> underWay = ConcurrentHashMap.newKeySet();

  /** Looks from now on, until the threads are closed. */
  TimeLimit(Duration limit, HandlerThreads threads) {
    this.limit = limit;
    threads.every(between(limit.dividedBy(LOOKS)), this::look);
  }

  /** Passed by no more than a twentieth of it, or a second. */
  Duration limit() {
    return limit;
  }

  void begins(WatchedAttempt attempt) {
    underWay.add(attempt);
  }

  void ends(WatchedAttempt attempt) {
    underWay.remove(attempt);
  }

  private void look() {
    long now = System.nanoTime();
    underWay.forEach(attempt -> {
      if (attempt.nanosUnderWay(now) >= limit.toNanos() && underWay.remove(attempt)) {
        expire(attempt);
      }
    });
  }

  /** Whatever becomes of one, the others are looked after. */
  private static void expire(WatchedAttempt attempt) {
    try {
      attempt.expire();
    } catch (RuntimeException | Error failure) {
      LOG.error("An attempt that takes too long could not be ended", failure);
    }
  }

  private static Duration between(Duration part) {
    if (part.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return part.compareTo(LONGEST) > 0 ? LONGEST : part;
  }
}
