package dev.eventmanager.handling;

import java.util.concurrent.CancellationException;

/** What was to be done with a delivery is left undone, since it is somebody else's by now. */
final class NotOursException extends CancellationException {

  private static final long serialVersionUID = 1L;

  NotOursException(Delivery delivery) {
    super(delivery + " is given back to the broker");
  }
}
