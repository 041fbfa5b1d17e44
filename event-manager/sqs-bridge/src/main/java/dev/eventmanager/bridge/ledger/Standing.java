package dev.eventmanager.bridge.ledger;

import java.time.Instant;

/** What the ledger knows of an event that is about to be sent. */
public sealed interface Standing {

  /** Nothing: it is noted now, and nobody has sent it. */
  record Unsent() implements Standing {}

  /**
   * Somebody may have sent it, and crashed before the answer was noted.
   *
   * @param since no attempt was earlier
   */
  record PerhapsSent(Instant since) implements Standing {}

  /** The target holds it. */
  record Sent() implements Standing {}

  /** Another event was noted under its id. */
  record IdConflict() implements Standing {}

  /** An earlier event of its key is held; it is not noted. */
  record KeyHeld() implements Standing {}
}
