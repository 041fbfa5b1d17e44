package dev.eventmanager.autoconfigure.health;

import dev.eventmanager.jdbc.outbox.OutboxStatus;
import dev.eventmanager.jdbc.outbox.WaitingKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What health shows of the outbox. Its keys that wait make no service unhealthy: others go on. */
final class OutboxDetails {

  /** Counting on would cost more than it tells. */
  private static final int MOST_COUNTED = 10_000;

  private static final int MOST_KEYS = 5;

  private final OutboxStatus outbox;

  OutboxDetails(OutboxStatus outbox) {
    this.outbox = outbox;
  }

  /** A database that does not answer has a health of its own to say so. */
  Object describe(Numbers numbers) {
    return numbers.tell(this::details);
  }

  private Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("pending", counted(outbox.pending(MOST_COUNTED)));
    details.put("later", counted(outbox.later(MOST_COUNTED)));
    details.put("waitingKeys", outbox.waitingKeyCount());
    List<WaitingKey> longest = outbox.waitingKeys(MOST_KEYS);
    if (!longest.isEmpty()) {
      details.put(
          "longestWaiting", longest.stream().map(OutboxDetails::describe).toList());
    }
    return details;
  }

  private static Object counted(long count) {
    return count < MOST_COUNTED ? count : MOST_COUNTED + " or more";
  }

  private static Map<String, Object> describe(WaitingKey key) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("orderingKey", key.orderingKey());
    details.put("attempts", key.attempts());
    details.put("since", key.firstFailure());
    details.put("nextAttempt", key.nextAttempt());
    details.put("problem", key.lastError());
    return details;
  }
}
