package dev.eventmanager.explain;

/** Nothing of that name is known; the message says what there is instead. */
public final class UnknownNameException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownNameException(String message) {
    super(message);
  }
}
