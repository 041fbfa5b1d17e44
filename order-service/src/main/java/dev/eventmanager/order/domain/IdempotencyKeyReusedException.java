package dev.eventmanager.order.domain;

/** An idempotency key came a second time, with another purchase. */
public final class IdempotencyKeyReusedException extends RuntimeException {

  IdempotencyKeyReusedException(long id) {
    super("This key belongs to order "
        + id
        + ", which was another purchase; use a new key for a new order");
  }
}
