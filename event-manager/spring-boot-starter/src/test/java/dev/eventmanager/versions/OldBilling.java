package dev.eventmanager.versions;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.OnEvent;

/** A subscriber on release 2, which knows nothing of version 3. */
class OldBilling extends Received {

  // snippet: old subscriber
  @OnEvent(queue = "billing_order", pattern = "order.*.submit")
  void billed(OrderV2 order, EventMetadata metadata) {
    note(order.id(), order.total() + " " + order.currency(), metadata);
  }
  // end
}
