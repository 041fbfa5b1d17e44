package dev.eventmanager.billing.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One amount moved from one account to another: always a debit and a credit of the same size, so a
 * ledger of bookings cannot be out of balance. The database keeps a booking in one row for the same
 * reason.
 */
public record Booking(OrderId orderId, Kind kind, Money amount, Instant bookedAt) {

  /**
   * Why an amount moves, and between which accounts. An order has at most one booking of each kind.
   */
  public enum Kind {
    SETTLEMENT(Account.RECEIVABLE, Account.REVENUE),
    REFUND(Account.REFUNDS, Account.RECEIVABLE);

    private final Account debit;
    private final Account credit;

    Kind(Account debit, Account credit) {
      this.debit = debit;
      this.credit = credit;
    }

    public Account debit() {
      return debit;
    }

    public Account credit() {
      return credit;
    }
  }

  public Booking {
    if (amount.amount().signum() < 0) {
      throw new IllegalArgumentException(
          "%s of order %s: amount %s is negative; book the opposite kind"
              .formatted(kind, orderId, amount));
    }
  }

  /** Both sides of the booking, the debit first. */
  public List<Entry> entries() {
    BigDecimal size = amount.amount();
    return List.of(
        new Entry(this, kind.debit(), size, BigDecimal.ZERO),
        new Entry(this, kind.credit(), BigDecimal.ZERO, size));
  }
}
