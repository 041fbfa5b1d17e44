package dev.eventmanager.billing.domain;

/** No event of the order has come here, or not yet. */
public final class UnknownOrderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownOrderException(OrderId orderId) {
    super(
        ("There is no invoice of order %s: no event of it has been handled here. Ask again in a moment if it was just"
                + " placed; otherwise ask order-service for /orders/%s")
            .formatted(orderId, orderId));
  }
}
