package dev.eventmanager.logistic.domain;

/** A delivery was reported of what was never dispatched, or is on its way back. */
public final class NotOnItsWayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotOnItsWayException(Shipment shipment) {
    super("The shipment of order %s is %s; only one that is DISPATCHED can be delivered"
        .formatted(shipment.orderId(), shipment.stage()));
  }
}
