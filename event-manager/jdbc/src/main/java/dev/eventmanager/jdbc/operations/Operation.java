package dev.eventmanager.jdbc.operations;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A replay or a discard, from its preview on. All times are the database's.
 *
 * @param id a UUIDv7
 * @param queue the queue on which its events failed
 * @param reason why, where it was said
 * @param events how many were selected; the set never changes
 * @param following how many events wait behind the selected, and go on after them
 * @param overtaken how many of the selected do not hold their key, so that later events of it may
 *     have been handled before them
 * @param expiresAt when it is forgotten, unless it is confirmed before
 * @param confirmation who confirmed it; empty as long as nothing has been done
 * @param progress how many events are in which state; a state without any is left out
 */
public record Operation(
    String id,
    OperationKind kind,
    String queue,
    Selection selection,
    Optional<String> reason,
    long events,
    long following,
    long overtaken,
    String previewedBy,
    Instant previewedAt,
    Instant expiresAt,
    Optional<Confirmation> confirmation,
    Map<ItemState, Long> progress) {

  /** Who confirmed an operation, and when. */
  public record Confirmation(String by, Instant at) {}

  /** How far an operation is. */
  public enum State {
    /** Nothing has been done. */
    PREVIEWED,
    /** Confirmed, and not yet through. */
    UNDER_WAY,
    /** Every one of its events is settled. */
    DONE
  }

  /** How far it is. */
  public State state() {
    if (confirmation.isEmpty()) {
      return State.PREVIEWED;
    }
    boolean through =
        !progress.containsKey(ItemState.SELECTED) && !progress.containsKey(ItemState.REQUESTED);
    return through ? State.DONE : State.UNDER_WAY;
  }
}
