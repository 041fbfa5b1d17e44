package dev.eventmanager.logistic.domain;

import java.util.Map;
import java.util.Set;

/** The data of every test. */
public final class Samples {

  public static final OrderId ORDER = new OrderId(1);
  public static final String UNCOUNTED = "unspecified";
  public static final Address ADDRESS =
      new Address("Customer 1001", "1 Mill Lane", "Turin", "10121", "IT");

  private Samples() {}

  public static Consignment of(String product, long quantity) {
    return new Consignment(Goods.of(Map.of(product, quantity)), ADDRESS);
  }

  /** Logistics as the service runs them, over the given warehouse. */
  public static Logistics logistics(Warehouse warehouse) {
    return logistics(warehouse, warehouse, warehouse, warehouse);
  }

  /** Logistics as the service runs them, over the given adapters. */
  public static Logistics logistics(
      Shipments shipments,
      Stock stock,
      LogisticAnnouncements announcements,
      UnitOfWork unitOfWork) {
    return new Logistics(shipments, new Depot(stock, Set.of(UNCOUNTED)), announcements, unitOfWork);
  }
}
