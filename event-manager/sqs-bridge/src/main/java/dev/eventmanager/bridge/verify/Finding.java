package dev.eventmanager.bridge.verify;

/**
 * One event that is not on the mirror as it was published.
 *
 * @param event the event id
 * @param group the message group
 * @param detail what else there is to say, in words; may be empty
 */
public record Finding(Kind kind, String event, String group, String detail) {

  /** What is the matter with an event. */
  public enum Kind {
    /** It was published and the mirror does not hold it. */
    MISSING(true),
    /** The mirror holds it and nobody published it. */
    EXTRA(true),
    /** It stands behind an event of its group that was published after it. */
    REORDERED(true),
    /** The mirror holds it more than once, and a copy does not say so. */
    DUPLICATE(true),
    /** Different events bear its id, or it stands in another group. */
    CONFLICT(true),
    /** The mirror holds a second copy, which says that it may be one. */
    FLAGGED_DUPLICATE(false),
    /** It stands aside in the bridge's database, for an operator to look at or behind such a one. */
    PARKED(false),
    /** It was published at the end of the window, and may be on its way. */
    NOT_YET(false);

    private final boolean difference;

    Kind(boolean difference) {
      this.difference = difference;
    }

    /** Whether the mirror is wrong; the other kinds are explained. */
    public boolean isDifference() {
      return difference;
    }
  }
}
