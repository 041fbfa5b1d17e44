package dev.eventmanager.local.process;

/** A service did not start or did not get healthy; the message names it, its reason and its log. */
public final class ServiceFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ServiceFailedException(String message) {
    super(message);
  }
}
