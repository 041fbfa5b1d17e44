package dev.eventmanager.order.domain;

/** The order is refused: nothing was kept of the customer's, and nothing will be sent. */
public final class ChargebackNotPossibleException extends RuntimeException {

  ChargebackNotPossibleException(long id) {
    super("Order " + id + " is refused, so there is nothing to charge back");
  }
}
