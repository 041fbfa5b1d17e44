package dev.eventmanager.jdbc.parking;

/** How a sequence stands, read under its lock; see {@link HeldEvent}. */
record Standing(SequenceState state, int failures, int timesLost) {

  /** That of a sequence with whose head nothing has gone wrong since it came to the head. */
  static final Standing AFRESH = new Standing(SequenceState.RETRYING, 0, 0);
}
