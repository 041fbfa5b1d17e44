package dev.eventmanager.jdbc.parking;

/** How a sequence stands, read under its lock. */
record Standing(SequenceState state, int failures) {

  /** That of a sequence whose head has not failed since it came to the head. */
  static final Standing AFRESH = new Standing(SequenceState.RETRYING, 0);
}
