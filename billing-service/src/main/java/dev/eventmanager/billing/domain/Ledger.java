package dev.eventmanager.billing.domain;

import java.util.List;

/** The general ledger: bookings are added, never changed. */
public interface Ledger {

  void book(Booking booking);

  /** Both entries of every booking of an order, oldest first. */
  List<Entry> entries(OrderId orderId);

  TrialBalance balance();
}
