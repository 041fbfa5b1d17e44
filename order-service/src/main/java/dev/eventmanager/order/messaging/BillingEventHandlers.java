package dev.eventmanager.order.messaging;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.OnEvent;
import dev.eventmanager.order.domain.Fact;
import dev.eventmanager.shop.billing.Decline;
import dev.eventmanager.shop.billing.Refund;
import dev.eventmanager.shop.billing.Settlement;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** Notes on the order what billing did about it. */
@Component
class BillingEventHandlers {

  private static final String QUEUE = "order_billing";

  private final OrderNotes notes;

  BillingEventHandlers(OrderNotes notes) {
    this.notes = notes;
  }

  @OnEvent(queue = QUEUE, pattern = "billing.*.settle")
  void settled(Settlement settlement, EventMetadata metadata) {
    notes.take(
        settlement.orderId(),
        Fact.SETTLED,
        metadata,
        amount(settlement.amount(), settlement.currency()));
  }

  @OnEvent(queue = QUEUE, pattern = "billing.*.decline")
  void declined(Decline decline, EventMetadata metadata) {
    notes.take(decline.orderId(), Fact.DECLINED, metadata, decline.reason());
  }

  @OnEvent(queue = QUEUE, pattern = "billing.*.refund")
  void refunded(Refund refund, EventMetadata metadata) {
    notes.take(
        refund.orderId(), Fact.REFUNDED, metadata, amount(refund.amount(), refund.currency()));
  }

  private static String amount(BigDecimal amount, String currency) {
    return amount.toPlainString() + " " + currency;
  }
}
