package dev.eventmanager.handling;

/** What a failure says about trying again. */
public enum FailureClass {
  /** A further attempt may succeed; attempts are counted, up to the limit. */
  RETRIED,
  /** A further attempt is useless: the event is parked at once. */
  NOT_RETRIED,
  /** What every handler needs is away, such as the database: the event has no part in it. */
  PAUSING
}
