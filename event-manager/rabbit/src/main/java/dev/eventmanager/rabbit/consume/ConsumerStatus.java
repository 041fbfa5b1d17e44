package dev.eventmanager.rabbit.consume;

import java.time.Duration;
import java.util.Optional;

/**
 * How a consumer is doing, for health.
 *
 * @param lasting how long it has been in this state
 * @param lastProblem what kept it from consuming last, even if that is over; empty if nothing did
 * @param inHand events that are being processed now
 */
public record ConsumerStatus(
    String queue, State state, Duration lasting, Optional<String> lastProblem, int inHand) {

  /** What a consumer is doing. */
  public enum State {
    CONSUMING,
    /** It has no channel now, and tries again until it has one. */
    CONNECTING,
    /** It takes nothing more and finishes what is in hand, to be paused or closed. */
    DRAINING,
    PAUSED,
    CLOSED
  }
}
