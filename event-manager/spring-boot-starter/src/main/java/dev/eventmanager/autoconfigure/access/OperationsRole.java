package dev.eventmanager.autoconfigure.access;

/** What a user may do at the operations endpoint. */
public enum OperationsRole {
  /** See parked events and what was done with them, and the topology. */
  EVENT_VIEWER,
  /** All that, and replay, discard and apply. */
  EVENT_OPERATOR
}
