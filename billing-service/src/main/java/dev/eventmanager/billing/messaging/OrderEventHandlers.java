package dev.eventmanager.billing.messaging;

import dev.eventmanager.OnEvent;
import dev.eventmanager.PermanentFailureException;
import dev.eventmanager.billing.domain.Bill;
import dev.eventmanager.billing.domain.Billing;
import dev.eventmanager.billing.domain.Money;
import dev.eventmanager.billing.domain.OrderId;
import dev.eventmanager.shop.order.Chargeback;
import dev.eventmanager.shop.order.Order;
import dev.eventmanager.shop.order.Refusal;
import java.util.Currency;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Takes every event of the orders, whatever its version. Each handler runs in a transaction with
 * the inbox.
 */
@Component
class OrderEventHandlers {

  private static final String QUEUE = "billing_order";
  private static final String ORDER_ID = "orderId";

  private final Billing billing;

  OrderEventHandlers(Billing billing) {
    this.billing = billing;
  }

  @OnEvent(queue = QUEUE, pattern = "order.*.submit")
  void submitted(Order order) {
    OrderId orderId = new OrderId(order.id());
    try (var ignored = MDC.putCloseable(ORDER_ID, orderId.toString())) {
      billing.submitted(orderId, bill(order));
    }
  }

  @OnEvent(queue = QUEUE, pattern = "order.*.refuse")
  void refused(Refusal refusal) {
    calledOff(new OrderId(refusal.orderId()), "order refused: " + refusal.reason());
  }

  @OnEvent(queue = QUEUE, pattern = "order.*.chargeback")
  void chargedBack(Chargeback chargeback) {
    calledOff(new OrderId(chargeback.orderId()), "order charged back: " + chargeback.reason());
  }

  private void calledOff(OrderId orderId, String reason) {
    try (var ignored = MDC.putCloseable(ORDER_ID, orderId.toString())) {
      billing.calledOff(orderId, reason);
    }
  }

  /** No further attempt can make an unknown currency known, or an amount fit the ledger. */
  private static Bill bill(Order order) {
    try {
      return new Bill(
          order.customer(), new Money(order.total(), Currency.getInstance(order.currency())));
    } catch (IllegalArgumentException unfit) {
      throw new PermanentFailureException(
          "Order %d cannot be invoiced: its total in %s is no amount of the ledger; have it placed anew"
              .formatted(order.id(), order.currency()),
          unfit);
    }
  }
}
