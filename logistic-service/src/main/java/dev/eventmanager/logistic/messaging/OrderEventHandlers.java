package dev.eventmanager.logistic.messaging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.eventmanager.OnEvent;
import dev.eventmanager.logistic.domain.Address;
import dev.eventmanager.logistic.domain.Consignment;
import dev.eventmanager.logistic.domain.Goods;
import dev.eventmanager.logistic.domain.Logistics;
import dev.eventmanager.logistic.domain.OrderId;
import dev.eventmanager.shop.order.Chargeback;
import dev.eventmanager.shop.order.Order;
import dev.eventmanager.shop.order.OrderLine;
import dev.eventmanager.shop.order.Refusal;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Takes every event of the orders, whatever its version. Each handler runs in a transaction with
 * the inbox.
 */
@Component
class OrderEventHandlers {

  private static final String QUEUE = "logistic_order";

  private final Logistics logistics;

  OrderEventHandlers(Logistics logistics) {
    this.logistics = logistics;
  }

  @OnEvent(queue = QUEUE, pattern = "order.*.submit")
  void submitted(Order order) {
    OrderId orderId = new OrderId(order.id());
    try (var ignored = MDC.putCloseable("orderId", orderId.toString())) {
      logistics.submitted(orderId, new Consignment(goods(order.lines()), address(order)));
    }
  }

  @OnEvent(queue = QUEUE, pattern = "order.*.refuse")
  void refused(Refusal refusal) {
    calledOff(new OrderId(refusal.orderId()));
  }

  @OnEvent(queue = QUEUE, pattern = "order.*.chargeback")
  void chargedBack(Chargeback chargeback) {
    calledOff(new OrderId(chargeback.orderId()));
  }

  private void calledOff(OrderId orderId) {
    try (var ignored = MDC.putCloseable("orderId", orderId.toString())) {
      logistics.calledOff(orderId);
    }
  }

  private static Goods goods(List<OrderLine> lines) {
    return Goods.of(
        lines.stream().collect(groupingBy(OrderLine::product, summingLong(OrderLine::quantity))));
  }

  private static Address address(Order order) {
    var to = order.deliverTo();
    return new Address(to.name(), to.street(), to.city(), to.postcode(), to.country());
  }
}
