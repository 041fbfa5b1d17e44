package dev.eventmanager.billing.domain;

/** What a submitted order asks us to invoice. */
public record Bill(String customer, Money total) {

  public Bill {
    if (total.amount().signum() < 0) {
      throw new IllegalArgumentException(
          "total %s of the bill is negative; credit is given by a refund".formatted(total));
    }
  }
}
