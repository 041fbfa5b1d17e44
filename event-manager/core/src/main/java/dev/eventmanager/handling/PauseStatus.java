package dev.eventmanager.handling;

import java.time.Duration;

/**
 * A queue that pauses.
 *
 * @param cause the failure that it pauses for, the latest one, in one line
 * @param lasting how long it has paused
 * @param waiting how many events wait for its end
 */
public record PauseStatus(String cause, Duration lasting, int waiting) {

  @Override
  public String toString() {
    return "paused for %d s, %d events wait, until this is over: %s"
        .formatted(lasting.toSeconds(), waiting, cause);
  }
}
