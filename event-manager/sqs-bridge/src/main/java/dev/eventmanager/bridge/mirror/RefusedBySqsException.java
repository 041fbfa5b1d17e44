package dev.eventmanager.bridge.mirror;

/** Says why an event cannot be mirrored; kept with the parked event. */
public final class RefusedBySqsException extends RuntimeException {

  RefusedBySqsException(String why) {
    super(why);
  }
}
