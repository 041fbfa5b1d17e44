package dev.eventmanager.billing.domain;

import java.util.Optional;

/** Where invoices are kept. */
public interface Invoices {

  /**
   * The invoice of an order, open if there was none, held for the caller alone until its
   * transaction ends. Events of one order arrive on several queues at once; this is what puts them
   * one after the other.
   */
  Invoice lockOrAdd(OrderId orderId);

  void save(Invoice invoice);

  Optional<Invoice> find(OrderId orderId);
}
