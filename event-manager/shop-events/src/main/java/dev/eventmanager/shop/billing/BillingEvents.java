package dev.eventmanager.shop.billing;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;

/** The events of the {@code billing} exchange, all keyed by the order's id. */
public final class BillingEvents {

  private static final Exchange BILLING = Exchange.topic("billing");

  /** {@code billing.v1.settle}: the order's invoice is booked. */
  public static final EventType<Settlement> SETTLE = BILLING
      .event("settle", Settlement.class)
      .keyedBy(Settlement::orderId)
      .describedAs("The order's invoice is booked."
          + " Published for an order that the customer can have on account.");

  /**
   * {@code billing.v1.decline}: the customer cannot have this order on account; no invoice is
   * booked.
   */
  public static final EventType<Decline> DECLINE = BILLING
      .event("decline", Decline.class)
      .keyedBy(Decline::orderId)
      .describedAs("The customer cannot have this order on account; no invoice is booked."
          + " Published for a customer without credit, or a total over the limit.");

  /**
   * {@code billing.v1.refund}: what was settled is booked back, after a refusal or a chargeback.
   */
  public static final EventType<Refund> REFUND = BILLING
      .event("refund", Refund.class)
      .keyedBy(Refund::orderId)
      .describedAs("What was settled is booked back."
          + " Published when an order is refused or charged back after it was settled.");

  private BillingEvents() {}
}
