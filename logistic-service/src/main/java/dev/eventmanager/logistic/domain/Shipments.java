package dev.eventmanager.logistic.domain;

import java.util.Optional;

/** Where shipments are kept. */
public interface Shipments {

  /**
   * The shipment of an order, awaited if there was none, held for the caller alone until its
   * transaction ends. Events of one order arrive on several queues at once; this is what puts them
   * one after the other.
   */
  Shipment lockOrAdd(OrderId orderId);

  /**
   * Stores a shipment as it stands after a step; the consignment is stored when it comes and never
   * changes.
   */
  void save(Shipment before, Shipment after);

  Optional<Shipment> find(OrderId orderId);
}
