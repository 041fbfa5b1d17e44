package dev.eventmanager.bridge.mirror;

import java.time.Instant;
import java.util.Optional;

/**
 * What a mirror is at.
 *
 * @param unresolved how many events it has taken that SQS does not hold yet
 * @param oldest when the one of them that waits longest was taken
 * @param batchesInFlight how many batches are under way
 * @param room how many may be under way at present
 * @param trouble why SQS takes nothing at present; empty where it does
 */
public record MirrorStatus(
    int unresolved,
    Optional<Instant> oldest,
    int batchesInFlight,
    int room,
    Optional<String> trouble) {

  static MirrorStatus idle(int room) {
    return new MirrorStatus(0, Optional.empty(), 0, room, Optional.empty());
  }
}
