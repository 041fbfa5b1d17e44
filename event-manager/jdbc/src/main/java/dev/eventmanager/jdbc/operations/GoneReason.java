package dev.eventmanager.jdbc.operations;

/** Why an operation left one of its events alone. */
public enum GoneReason {
  /** It was handled or discarded between preview and confirmation. */
  NOT_PARKED,
  /** It was tried between preview and confirmation, and failed once more. */
  FAILED_SINCE,
  /** It is being tried already, because of another operation. */
  BEING_TRIED
}
