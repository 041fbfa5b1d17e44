package dev.eventmanager.order.domain;

/** Tells the other services what this one decided; joins the transaction of the caller. */
public interface OrderAnnouncements {

  /** The order has a purchase, since it was submitted here. */
  void submitted(long orderId, Purchase purchase);

  void refused(long orderId, String reason);

  void chargedBack(long orderId, String reason);
}
