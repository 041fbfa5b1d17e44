package dev.eventmanager.shop.order;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;

/** The events of the {@code order} exchange, all keyed by the order's id. */
public final class OrderEvents {

  private static final Exchange ORDER = Exchange.topic("order");

  /**
   * {@code order.v2.submit}: a customer has placed an order. Version 1 is upcast by {@link
   * OrderV1#toOrder()}.
   */
  // snippet: version
  public static final EventType<Order> SUBMIT = ORDER
      .event("submit", Order.class)
      .version(2)
      .keyedBy(Order::id)
      .upcasting(1, OrderV1.class, OrderV1::toOrder)
      .describedAs("A customer has placed an order."
          + " Published when the order is taken, in the same transaction.");

  // end

  /**
   * {@code order.v1.chargeback}: an order is called off; what was paid goes back, what was sent
   * comes back.
   */
  public static final EventType<Chargeback> CHARGEBACK = ORDER
      .event("chargeback", Chargeback.class)
      .keyedBy(Chargeback::orderId)
      .describedAs("An order is called off: what was paid goes back, what was sent comes back."
          + " Published once an order, when the customer calls it off, before or after it was"
          + " dispatched.");

  /**
   * {@code order.v1.refuse}: an order will not be fulfilled, because billing or logistic could not
   * do its part.
   */
  public static final EventType<Refusal> REFUSE = ORDER
      .event("refuse", Refusal.class)
      .keyedBy(Refusal::orderId)
      .describedAs(
          "An order will not be fulfilled; whoever has done its part already undoes it."
              + " Published once an order, when billing has declined it or logistic is short of stock.");

  private OrderEvents() {}
}
