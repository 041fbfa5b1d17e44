package dev.eventmanager.autoconfigure.access;

/** What a user may do at the operations endpoint. */
public enum OperationsRole {
  /** List, group and show parked events, and see what was done with them. */
  EVENT_VIEWER,
  /** All that, and replay and discard. */
  EVENT_OPERATOR
}
