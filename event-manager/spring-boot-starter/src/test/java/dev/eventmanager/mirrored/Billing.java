package dev.eventmanager.mirrored;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.OnSqsEvent;
import dev.eventmanager.mirrored.Orders.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

class Billing {

  private final JdbcClient jdbc;

  Billing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  // snippet: subscribe
  @OnSqsEvent(queue = "shop-events.fifo", pattern = "order.*.submit")
  void billed(Order order, EventMetadata metadata) {
    jdbc.sql("insert into bill (customer, number, currency) values (?, ?, ?)")
        .params(order.id(), order.number(), order.currency())
        .update();
  }
  // end
}
