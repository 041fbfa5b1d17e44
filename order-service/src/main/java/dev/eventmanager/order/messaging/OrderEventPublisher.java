package dev.eventmanager.order.messaging;

import dev.eventmanager.EventPublisher;
import dev.eventmanager.order.domain.OrderAnnouncements;
import dev.eventmanager.order.domain.Purchase;
import dev.eventmanager.shop.order.Chargeback;
import dev.eventmanager.shop.order.OrderEvents;
import dev.eventmanager.shop.order.Refusal;
import org.springframework.stereotype.Component;

@Component
class OrderEventPublisher implements OrderAnnouncements {

  private final EventPublisher events;

  OrderEventPublisher(EventPublisher events) {
    this.events = events;
  }

  @Override
  public void submitted(long orderId, Purchase purchase) {
    events.publish(OrderEvents.SUBMIT, OrderPayload.of(orderId, purchase));
  }

  @Override
  public void refused(long orderId, String reason) {
    events.publish(
        OrderEvents.REFUSE, Refusal.builder().orderId(orderId).reason(reason).build());
  }

  @Override
  public void chargedBack(long orderId, String reason) {
    events.publish(
        OrderEvents.CHARGEBACK,
        Chargeback.builder().orderId(orderId).reason(reason).build());
  }
}
