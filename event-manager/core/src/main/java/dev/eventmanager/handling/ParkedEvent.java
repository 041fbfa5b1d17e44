package dev.eventmanager.handling;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * An event that was set aside, with all that an operator wants to know.
 *
 * @param queue the queue on which it failed
 * @param event the event as delivered
 * @param reason why
 * @param attempts how often a handler was called for it
 * @param failure the last failure; empty for one that only waits behind another
 * @param firstFailedAt when it failed first, or was parked
 * @param lastFailedAt when it failed last, or was parked
 */
public record ParkedEvent(
    String queue,
    EncodedEvent event,
    ParkReason reason,
    int attempts,
    Optional<Throwable> failure,
    Instant firstFailedAt,
    Instant lastFailedAt) {

  /** One that has not failed itself and waits behind an earlier event of its key. */
  public static ParkedEvent behind(String queue, EncodedEvent event, Instant now) {
    return new ParkedEvent(queue, event, ParkReason.BEHIND_PARKED, 0, Optional.empty(), now, now);
  }

  /** Why it was parked, in a sentence. */
  public String explanation() {
    return failure
        .map(Throwable::toString)
        .orElse("an earlier event with its ordering key is parked on this queue");
  }
}
