package dev.eventmanager.jdbc.operations;

/** How far an operation is with one of its events. */
public enum ItemState {
  /** It was selected, and nothing has been done to it. */
  SELECTED,
  /** It waits to be handled again, or is being handled. */
  REQUESTED,
  /** It was handled. */
  SUCCEEDED,
  /** It was tried again, failed again and is parked again. */
  FAILED_AGAIN,
  /** It was discarded. */
  DISCARDED,
  /** It was left alone, for it was no longer parked as it had been when it was selected. */
  GONE
}
