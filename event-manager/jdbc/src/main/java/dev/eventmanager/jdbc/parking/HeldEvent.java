package dev.eventmanager.jdbc.parking;

import dev.eventmanager.codec.EncodedEvent;
import java.time.Instant;

/**
 * The head of a sequence, about to be tried again. For the packages of this module.
 *
 * @param id its place
 * @param state of its sequence
 * @param failures how often it has failed since it came to the head, or was replayed
 * @param timesLost how often another process had it in hand since, and did not answer for it
 * @param attempts how often a handler was called for it in all
 * @param firstFailedAt when it failed first; when it was set aside, where it has not failed yet
 */
public record HeldEvent(
    long id,
    HeldSequence sequence,
    SequenceState state,
    int failures,
    int timesLost,
    int attempts,
    Instant firstFailedAt,
    EncodedEvent event) {

  @Override
  public String toString() {
    return "%s held on queue %s".formatted(event, sequence.queue());
  }
}
