package dev.eventmanager.billing.domain;

/** The order that an invoice answers for, as its publisher numbers it. */
public record OrderId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
