package dev.eventmanager.handling;

/**
 * Thrown by an interceptor within an attempt in a lane: an earlier event holds the ordering key. The
 * event is kept behind it, and the attempt does not count.
 */
public final class KeyHeldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public KeyHeldException(Delivery delivery) {
    super(
        "%s waits behind an earlier event of its key".formatted(delivery),
        null,
        false,
        false); // no failure, so nobody looks for its place
  }
}
