package dev.eventmanager.billing.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The data of every test. */
public final class Samples {

  public static final OrderId ORDER = new OrderId(1);
  public static final Bill BILL = new Bill("c-1001", Money.of("10.50", "EUR"));
  public static final Bill TOO_MUCH = new Bill("c-1001", Money.of("10000.01", "EUR"));
  public static final Bill WITHOUT_CREDIT = new Bill("c-declined-7", Money.of("1", "EUR"));
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private Samples() {}

  /** Billing as the service runs it, over the given books. */
  public static Billing billing(Books books) {
    return billing(books, books, books, books);
  }

  /** Billing as the service runs it, over the given adapters. */
  public static Billing billing(
      Invoices invoices, Ledger ledger, BillingAnnouncements announcements, UnitOfWork unitOfWork) {
    CreditPolicy policy = new CreditPolicy(new BigDecimal("10000"));
    return new Billing(
        invoices, ledger, announcements, unitOfWork, policy, Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
