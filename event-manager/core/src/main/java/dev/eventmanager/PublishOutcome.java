package dev.eventmanager;

import java.util.Optional;

/** What became of a published event. */
public sealed interface PublishOutcome {

  /** The broker has routed it to at least one queue and taken responsibility for it. */
  record Confirmed() implements PublishOutcome {}

  /** It stands in the outbox of the caller's transaction and goes out after the commit. */
  record Stored() implements PublishOutcome {}

  /**
   * No queue is bound for it: the broker returned it. Bind a queue, or correct the routing key.
   *
   * @param replyCode AMQP reply code, 312 for NO_ROUTE
   * @param replyText the broker's words
   */
  record Unroutable(int replyCode, String replyText) implements PublishOutcome {}

  /**
   * It was refused: at least one of the queues it is bound for does not have it. The fault may be
   * the event's own, so publishing it again as it is may fail again; under the same event id it is
   * safe.
   *
   * @param reason what refused it and what to do
   */
  record Rejected(String reason) implements PublishOutcome {}

  /**
   * It never reached the broker and is certainly not on a queue: the broker was away, took nothing,
   * or had no room for more. Nothing speaks against the event; publish it again later.
   *
   * @param reason what kept it back
   */
  record NotSent(String reason) implements PublishOutcome {}

  /**
   * It may or may not be on a queue; publishing it again under the same event id is safe.
   *
   * @param reason what kept the answer away
   * @param cause the failure, where there was one
   */
  record Unknown(String reason, Optional<Throwable> cause) implements PublishOutcome {}

  /** Whether the event is safe: confirmed on a queue, or stored in the outbox. */
  default boolean isSafe() {
    return this instanceof Confirmed || this instanceof Stored;
  }
}
