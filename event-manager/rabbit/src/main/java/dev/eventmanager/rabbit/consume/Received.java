package dev.eventmanager.rabbit.consume;

import dev.eventmanager.handling.Delivery;

/** A delivery with its place on the channel it came by. */
record Received(Generation generation, long tag, Delivery delivery) {

  String orderingKey() {
    return delivery.event().metadata().orderingKey();
  }
}
