package dev.eventmanager.logistic.messaging;

import dev.eventmanager.OnEvent;
import dev.eventmanager.logistic.domain.Logistics;
import dev.eventmanager.logistic.domain.OrderId;
import dev.eventmanager.shop.billing.Settlement;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Waits for orders to be settled: what is not settled does not leave the warehouse. */
@Component
class BillingEventHandlers {

  private final Logistics logistics;

  BillingEventHandlers(Logistics logistics) {
    this.logistics = logistics;
  }

  @OnEvent(queue = "logistic_billing", pattern = "billing.*.settle")
  void settled(Settlement settlement) {
    OrderId orderId = new OrderId(settlement.orderId());
    try (var ignored = MDC.putCloseable("orderId", orderId.toString())) {
      logistics.settled(orderId);
    }
  }
}
