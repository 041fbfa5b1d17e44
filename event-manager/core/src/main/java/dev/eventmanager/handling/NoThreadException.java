package dev.eventmanager.handling;

/** Nothing was begun, since no thread could be had: the service stops, or has too many threads. */
final class NoThreadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoThreadException(Throwable refused) {
    super("no thread could be had to handle it: " + refused, refused);
  }
}
