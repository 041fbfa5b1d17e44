package dev.eventmanager.shop;

import dev.eventmanager.EventType;
import dev.eventmanager.catalogue.EventDeclarations;
import dev.eventmanager.shop.billing.BillingEvents;
import dev.eventmanager.shop.logistic.LogisticEvents;
import dev.eventmanager.shop.order.OrderEvents;
import java.util.Collection;
import java.util.List;

/** Every event of the shop, found by the event catalogue through {@code META-INF/services}. */
public final class ShopEvents implements EventDeclarations {

  @Override
  public Collection<EventType<?>> events() {
    return List.of(
        OrderEvents.SUBMIT,
        OrderEvents.CHARGEBACK,
        OrderEvents.REFUSE,
        BillingEvents.SETTLE,
        BillingEvents.DECLINE,
        BillingEvents.REFUND,
        LogisticEvents.RESERVE,
        LogisticEvents.SHORTAGE,
        LogisticEvents.DISPATCH,
        LogisticEvents.DELIVER);
  }
}
