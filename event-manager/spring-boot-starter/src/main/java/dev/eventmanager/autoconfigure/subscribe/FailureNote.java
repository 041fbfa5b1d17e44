package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.handling.RetryPolicy;
import dev.eventmanager.jdbc.parking.ParkedStatus;
import java.util.Optional;

/** Tells, in the start-up report, what becomes of events that fail, and which have failed before. */
final class FailureNote {

  private final RetryPolicy policy;
  private final Optional<ParkedStatus> database;

  FailureNote(RetryPolicy policy, Optional<ParkedStatus> database) {
    this.policy = policy;
    this.database = database;
  }

  String text() {
    return database.isPresent()
        ? "up to %d attempts, the first %d in the event's lane; its key is held in the database meanwhile, and parked there at last; other keys flow"
            .formatted(policy.maxAttempts(), Math.min(policy.quickAttempts(), policy.maxAttempts()))
        : "up to %d attempts, then parked on the queue <queue>.parked; later events of its key do not wait for it, since there is no database to hold them"
            .formatted(policy.maxAttempts());
  }

  /** Empty where nothing is held; where it cannot be found out that is no reason not to start. */
  String ofQueue(String queue) {
    try {
      return database
          .map(status -> held(status.parked(queue), status.retrying(queue)))
          .orElse("");
    } catch (RuntimeException away) {
      return " (what is held from before cannot be read: %s)".formatted(away.getMessage());
    }
  }

  private static String held(long parked, long retrying) {
    return parked + retrying == 0
        ? ""
        : " (held from before: %d parked, %d retried)".formatted(parked, retrying);
  }
}
