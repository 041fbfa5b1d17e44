package dev.eventmanager.jdbc.operations;

/** What is done to parked events. */
public enum OperationKind {
  /** They are handled again, by the handlers of the queue on which they failed and by no others. */
  REPLAY,
  /** They are never handled. They are kept, whole, where operators can look them up. */
  DISCARD
}
