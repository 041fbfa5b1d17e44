package dev.eventmanager.billing.messaging;

import dev.eventmanager.EventPublisher;
import dev.eventmanager.billing.domain.BillingAnnouncements;
import dev.eventmanager.billing.domain.Invoice;
import dev.eventmanager.billing.domain.Money;
import dev.eventmanager.shop.billing.BillingEvents;
import dev.eventmanager.shop.billing.Decline;
import dev.eventmanager.shop.billing.Refund;
import dev.eventmanager.shop.billing.Settlement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Publishes what happened to an invoice; inside a transaction the events join it. */
@Component
class BillingEventPublisher implements BillingAnnouncements {

  private static final Logger LOG = LoggerFactory.getLogger(BillingEventPublisher.class);

  private final EventPublisher events;

  BillingEventPublisher(EventPublisher events) {
    this.events = events;
  }

  @Override
  public void settled(Invoice invoice) {
    Money total = invoice.billed().total();
    LOG.info("Order {} settled: {}", invoice.orderId(), total);
    events.publish(
        BillingEvents.SETTLE,
        Settlement.builder()
            .orderId(invoice.orderId().value())
            .currency(total.currency().getCurrencyCode())
            .amount(total.amount())
            .build());
  }

  @Override
  public void declined(Invoice invoice) {
    String reason = invoice.reason().orElseThrow();
    LOG.info("Order {} declined: {}", invoice.orderId(), reason);
    events.publish(
        BillingEvents.DECLINE,
        Decline.builder().orderId(invoice.orderId().value()).reason(reason).build());
  }

  @Override
  public void refunded(Invoice invoice) {
    Money total = invoice.billed().total();
    LOG.info("Order {} refunded: {}", invoice.orderId(), total);
    events.publish(
        BillingEvents.REFUND,
        Refund.builder()
            .orderId(invoice.orderId().value())
            .currency(total.currency().getCurrencyCode())
            .amount(total.amount())
            .build());
  }
}
