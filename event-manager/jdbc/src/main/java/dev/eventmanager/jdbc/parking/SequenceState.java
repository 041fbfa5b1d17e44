package dev.eventmanager.jdbc.parking;

/** What becomes of a sequence next. */
public enum SequenceState {
  /** Its head is tried again by itself once its time has come. */
  RETRYING,
  /** Its head has failed as often as it may; it waits for an operator. */
  PARKED,
  /** An operator has asked for its head to be tried again. */
  REPLAYING
}
