package dev.eventmanager.billing.domain;

/** What billing tells the rest of the shop, in the transaction of the change it tells of. */
public interface BillingAnnouncements {

  void settled(Invoice invoice);

  void declined(Invoice invoice);

  void refunded(Invoice invoice);
}
