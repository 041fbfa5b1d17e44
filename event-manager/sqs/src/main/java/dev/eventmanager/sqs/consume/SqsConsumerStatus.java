package dev.eventmanager.sqs.consume;

import java.time.Duration;
import java.util.Optional;

/**
 * How a consumer is doing, for health.
 *
 * @param queue the SQS queue
 * @param lasting how long it has been in this state
 * @param lastProblem what kept it from consuming last, even if that is over; empty if nothing did
 * @param inHand messages that are being processed now
 */
public record SqsConsumerStatus(
    String queue, State state, Duration lasting, Optional<String> lastProblem, int inHand) {

  /** What a consumer is doing. */
  public enum State {
    CONSUMING,
    /** SQS did not answer, or refused; it is asked again until it works. */
    CONNECTING,
    /** It takes nothing more and finishes what is in hand, to be paused or closed. */
    DRAINING,
    PAUSED,
    CLOSED
  }
}
