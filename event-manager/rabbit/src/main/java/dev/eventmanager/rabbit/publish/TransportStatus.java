package dev.eventmanager.rabbit.publish;

import java.time.Duration;
import java.util.Optional;

/**
 * How a transport is doing, for health.
 *
 * @param lasting how long it has been in this state
 * @param problem what keeps it from publishing and what to do; empty if nothing does
 * @param inFlight events that were taken and have no outcome yet
 */
public record TransportStatus(
    State state, Duration lasting, Optional<String> problem, int inFlight) {

  /** What a transport is doing. */
  public enum State {
    /** It has its channels, and the broker reads from them. */
    PUBLISHING,
    /** At least one channel is missing; it tries again until it has it. */
    CONNECTING,
    /** The broker takes nothing, because memory or disk is short there. */
    BLOCKED,
    CLOSED
  }
}
