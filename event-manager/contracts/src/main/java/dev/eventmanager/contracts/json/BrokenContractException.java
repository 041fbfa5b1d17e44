package dev.eventmanager.contracts.json;

/** A contract file that cannot be read; the message says which, where in it, and what to do. */
public final class BrokenContractException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BrokenContractException(String message) {
    super(message);
  }

  public BrokenContractException(String message, Throwable cause) {
    super(message, cause);
  }
}
