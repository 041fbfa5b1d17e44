package dev.eventmanager.emulator.rules;

import dev.eventmanager.emulator.Operation;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** So many requests a second for each action of a queue. */
final class RateLimit {

  private record Action(String queue, Operation operation) {}

  private record Second(long second, int requests) {

    Second next(long now) {
      return now == second ? new Second(second, requests + 1) : new Second(now, 1);
    }
  }

  private final Map<Action, Second> seconds = new ConcurrentHashMap<>();
  private final Clock clock;
  private final int limit;

  RateLimit(Clock clock, int limit) {
    this.clock = clock;
    this.limit = limit;
  }

  Optional<Violation> check(Operation operation, KnownQueue queue) {
    if (!queue.isFifo() || queue.isLimitedPerGroup()) {
      return Optional.empty();
    }
    var now = clock.instant().getEpochSecond();
    var counted = seconds.merge(
        new Action(queue.name(), operation), new Second(now, 1), (old, first) -> old.next(now));
    return counted.requests() <= limit
        ? Optional.empty()
        : Optional.of(new Violation("RequestThrottled", "Rate exceeded"));
  }
}
