package dev.eventmanager.handling;

import dev.eventmanager.ParkReason;

/**
 * Thrown within an attempt, such as by an interceptor, for an event that no handler may have: it is
 * parked at once, with this reason.
 */
public class RefusedEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ParkReason reason;

  public RefusedEventException(ParkReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public ParkReason reason() {
    return reason;
  }
}
