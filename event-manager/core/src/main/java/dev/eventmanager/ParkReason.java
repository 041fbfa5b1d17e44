package dev.eventmanager;

/** Why an event was parked: set aside, with all that is known of it, for an operator to see. */
public enum ParkReason {
  /** A pattern let in an event that nobody declared. */
  UNKNOWN_EVENT(false),
  /** The event is declared, its version is not: newer than any known, or without an upcaster. */
  UNKNOWN_VERSION(false),
  /** The body is no JSON, or not of the payload's form. */
  MALFORMED(false),
  /** The body is larger than the limit. */
  TOO_LARGE(false),
  /** A binding let in a declared event that no handler of the queue takes. */
  NO_HANDLER(false),
  /** The handler failed, as often as it may. */
  HANDLER_FAILED(true),
  /** The handler did not return within the time limit, nor when it was interrupted. */
  HANDLER_STUCK(true),
  /** Another event with the same event id was handled before; both cannot be the same one. */
  ID_CONFLICT(false),
  /** Processes died of it, or ended while it alone was handled, again and again. */
  CRASHED_ITS_CONSUMER(true),
  /** The mirror's target will never take it as it is. */
  NOT_MIRRORED(true),
  /** An earlier event of its key is parked on this queue; this one waits behind it. */
  BEHIND_PARKED(true);

  private final boolean holdsKey;

  ParkReason(boolean holdsKey) {
    this.holdsKey = holdsKey;
  }

  /**
   * Whether later events of the same key wait behind it. What could never be read, or has the id of
   * another event, does not stand in the way of its key.
   */
  public boolean holdsKey() {
    return holdsKey;
  }
}
