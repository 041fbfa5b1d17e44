package dev.eventmanager.versions;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.OnEvent;

/** A subscriber that never wanted anything but version 2. */
class OnlyVersion2 extends Received {

  @OnEvent(queue = "billing_v2", pattern = "order.v2.submit")
  void billed(OrderV2 order, EventMetadata metadata) {
    note(order.id(), order.total().toString(), metadata);
  }
}
