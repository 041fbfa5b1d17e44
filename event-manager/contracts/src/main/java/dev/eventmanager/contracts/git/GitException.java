package dev.eventmanager.contracts.git;

/** Git has not what is asked of it, or is not there; the message says what to do. */
public final class GitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GitException(String message) {
    super(message);
  }

  GitException(String message, Throwable cause) {
    super(message, cause);
  }
}
