package dev.eventmanager.local.backing;

/**
 * Something the shop needs is not there; the message is one line that says what, where and what to
 * do.
 */
public final class UnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnavailableException(String message) {
    super(message);
  }
}
