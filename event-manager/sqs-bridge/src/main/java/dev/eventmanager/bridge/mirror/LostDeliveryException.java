package dev.eventmanager.bridge.mirror;

import dev.eventmanager.handling.Delivery;

/** The broker has taken a delivery back, so its outcome interests nobody any more. */
final class LostDeliveryException extends RuntimeException {

  LostDeliveryException(Delivery delivery) {
    super("%s was taken back by the broker, which delivers it again".formatted(delivery));
  }
}
