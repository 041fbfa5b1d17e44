package dev.eventmanager.jdbc.drain;

import dev.eventmanager.ParkReason;
import dev.eventmanager.handling.AttemptOutcome.Failed;
import dev.eventmanager.handling.FailureClass;
import dev.eventmanager.handling.RetryPolicy;
import dev.eventmanager.jdbc.parking.HeldEvent;
import dev.eventmanager.jdbc.parking.SequenceId;
import dev.eventmanager.jdbc.parking.SequenceState;
import dev.eventmanager.jdbc.parking.Settlement;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what becomes of a head that has failed again. Thread-safe. */
final class FailedHeads {

  private static final Logger LOG = LoggerFactory.getLogger(FailedHeads.class);

  private final Settlement settlement;
  private final RetryPolicy policy;

  FailedHeads(Settlement settlement, RetryPolicy policy) {
    this.settlement = settlement;
    this.policy = policy;
  }

  /** Settles it; returns the event to go on with, where this one holds nobody back. */
  Optional<HeldEvent> settle(HeldEvent head, Failed failed) {
    int failures = head.failures() + 1;
    if (failed.failureClass() == FailureClass.RETRIED && failures < limit(head)) {
      retryLater(head, failed, policy.delayAfter(failures));
      return Optional.empty();
    }
    return park(head, failed);
  }

  /** What an operator has asked for is not tried for long: they want to know. */
  private int limit(HeldEvent head) {
    return head.state() == SequenceState.REPLAYING
        ? Math.min(policy.quickAttempts(), policy.maxAttempts())
        : policy.maxAttempts();
  }

  private void retryLater(HeldEvent head, Failed failed, Duration delay) {
    settlement.retryLater(head, failed, delay);
    LOG.warn(
        "{}: attempt {} failed, the next in {} ms: {}",
        head,
        head.attempts() + 1,
        delay.toMillis(),
        failed.failure().toString());
  }

  private Optional<HeldEvent> park(HeldEvent head, Failed failed) {
    logParked(head, failed);
    if (!failed.reason().holdsKey() && SequenceId.isOfKey(head.sequence().sequenceId())) {
      return settlement.parkAside(head, failed);
    }
    settlement.park(head, failed);
    return Optional.empty();
  }

  private static void logParked(HeldEvent head, Failed failed) {
    if (failed.reason() == ParkReason.HANDLER_FAILED) {
      LOG.error(
          "{} is parked after {} attempts: {}",
          head,
          head.attempts() + 1,
          failed.reason(),
          failed.failure());
    } else {
      LOG.error("{} is parked: {}: {}", head, failed.reason(), failed.failure().getMessage());
    }
  }
}
