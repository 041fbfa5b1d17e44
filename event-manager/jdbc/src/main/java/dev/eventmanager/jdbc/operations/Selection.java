package dev.eventmanager.jdbc.operations;

import java.util.Optional;

/**
 * Which parked events an operation is about. What is still tried by itself can be discarded and not
 * replayed; what another operation brings back, neither.
 */
public sealed interface Selection {

  /**
   * One event.
   *
   * @param parkedId its place among the parked events
   */
  record OneEvent(long parkedId) implements Selection {}

  /** The events of a key on a queue. */
  record OneKey(String queue, String orderingKey) implements Selection {}

  /**
   * The events of a queue that failed alike, without those that merely wait behind them.
   *
   * @param frame where the failure arose; empty selects those that tell no frame of the service
   */
  record FailureGroup(String queue, String errorClass, Optional<String> frame)
      implements Selection {}

  /** All events of a queue. */
  record WholeQueue(String queue) implements Selection {}
}
