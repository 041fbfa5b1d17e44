package dev.eventmanager.versions;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.OnEvent;

/** The same subscriber on release 3. */
class NewBilling extends Received {

  // snippet: new subscriber
  @OnEvent(queue = "billing_order", pattern = "order.*.submit")
  void billed(OrderV3 order, EventMetadata metadata) {
    note(order.id(), order.total().amount() + " by " + order.channel(), metadata);
  }
  // end
}
