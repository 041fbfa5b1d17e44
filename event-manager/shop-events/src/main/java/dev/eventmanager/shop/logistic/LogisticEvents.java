package dev.eventmanager.shop.logistic;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;

/** The events of the {@code logistic} exchange, all keyed by the order's id. */
public final class LogisticEvents {

  private static final Exchange LOGISTIC = Exchange.topic("logistic");

  /** {@code logistic.v1.reserve}: every line of the order is set aside in stock. */
  public static final EventType<Reservation> RESERVE = LOGISTIC
      .event("reserve", Reservation.class)
      .keyedBy(Reservation::orderId)
      .describedAs("Every line of the order is set aside in stock."
          + " Published for an order of which stock suffices.");

  /** {@code logistic.v1.shortage}: stock does not suffice, nothing is set aside. */
  public static final EventType<Shortage> SHORTAGE = LOGISTIC
      .event("shortage", Shortage.class)
      .keyedBy(Shortage::orderId)
      .describedAs("Stock does not suffice, and nothing is set aside."
          + " Published for an order of which some product is short.");

  /** {@code logistic.v1.dispatch}: the parcel has left. */
  public static final EventType<Dispatch> DISPATCH = LOGISTIC
      .event("dispatch", Dispatch.class)
      .keyedBy(Dispatch::orderId)
      .describedAs("The parcel has left. Published when an order is reserved and settled.");

  /** {@code logistic.v1.deliver}: the parcel has arrived. */
  public static final EventType<Delivery> DELIVER = LOGISTIC
      .event("deliver", Delivery.class)
      .keyedBy(Delivery::orderId)
      .describedAs("The parcel has arrived."
          + " Published when the carrier says so, through POST /shipments/{orderId}/delivered.");

  private LogisticEvents() {}
}
