package dev.eventmanager.order.domain;

import java.util.Set;

/**
 * Where an order stands. It follows from what has happened to the order, in whichever order that
 * became known.
 */
public enum OrderStatus {
  /** Billing or logistic has still to say whether it can do its part. */
  IN_REVIEW,
  /** Settled and reserved. */
  CONFIRMED,
  DISPATCHED,
  DELIVERED,
  /** Declined by billing or short of stock; this is an end. */
  REFUSED,
  /** Called off, before or after the parcel left; this is an end, and stronger than any other. */
  CHARGED_BACK;

  static OrderStatus after(Set<Fact> facts) {
    if (facts.contains(Fact.CHARGED_BACK)) {
      return CHARGED_BACK;
    }
    if (facts.contains(Fact.DECLINED) || facts.contains(Fact.OUT_OF_STOCK)) {
      return REFUSED;
    }
    if (facts.contains(Fact.DELIVERED)) {
      return DELIVERED;
    }
    if (facts.contains(Fact.DISPATCHED)) {
      return DISPATCHED;
    }
    return facts.contains(Fact.SETTLED) && facts.contains(Fact.RESERVED) ? CONFIRMED : IN_REVIEW;
  }
}
