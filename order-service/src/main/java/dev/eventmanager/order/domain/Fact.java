package dev.eventmanager.order.domain;

/** Something that can happen to an order, at most once. */
public enum Fact {
  SUBMITTED,
  SETTLED,
  DECLINED,
  REFUNDED,
  RESERVED,
  OUT_OF_STOCK,
  DISPATCHED,
  DELIVERED,
  CHARGED_BACK
}
