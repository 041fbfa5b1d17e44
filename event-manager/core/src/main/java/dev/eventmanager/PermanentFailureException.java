package dev.eventmanager;

/** Thrown by a handler that knows a further attempt is useless: the event is parked at once. */
public class PermanentFailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PermanentFailureException(String message) {
    super(message);
  }

  public PermanentFailureException(String message, Throwable cause) {
    super(message, cause);
  }
}
