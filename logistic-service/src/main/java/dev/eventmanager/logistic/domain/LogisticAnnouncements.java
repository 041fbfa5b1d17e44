package dev.eventmanager.logistic.domain;

/** What logistic tells the rest of the shop, in the transaction of the change it tells of. */
public interface LogisticAnnouncements {

  void reserved(Shipment shipment);

  void shortage(Shipment shipment);

  void dispatched(Shipment shipment);

  void delivered(Shipment shipment);
}
