package dev.eventmanager.versions;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.OnEvent;

/** Another subscriber, on release 3 from the start; with queues for one version alone. */
class NewLogistic extends Received {

  @OnEvent(queue = "logistic_order", pattern = "order.*.submit")
  void reserved(OrderV3 order, EventMetadata metadata) {
    note(order.id(), order.total().amount() + " by " + order.channel(), metadata);
  }

  @OnEvent(queue = "logistic_v2", pattern = "order.v2.submit")
  void onlyVersion2(OrderV3 order, EventMetadata metadata) {
    note("v2 of " + order.id(), order.channel(), metadata);
  }

  @OnEvent(queue = "logistic_v3", pattern = "order.v3.submit")
  void onlyVersion3(OrderV3 order, EventMetadata metadata) {
    note("v3 of " + order.id(), order.channel(), metadata);
  }
}
