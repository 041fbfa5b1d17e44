package dev.eventmanager.logistic.domain;

/** The order that a shipment belongs to, as its publisher numbers it. */
public record OrderId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
