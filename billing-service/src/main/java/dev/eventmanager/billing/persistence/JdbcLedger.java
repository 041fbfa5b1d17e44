package dev.eventmanager.billing.persistence;

import dev.eventmanager.billing.domain.Account;
import dev.eventmanager.billing.domain.Booking;
import dev.eventmanager.billing.domain.Entry;
import dev.eventmanager.billing.domain.Ledger;
import dev.eventmanager.billing.domain.Money;
import dev.eventmanager.billing.domain.OrderId;
import dev.eventmanager.billing.domain.TrialBalance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLedger implements Ledger {

  private final JdbcClient jdbc;

  JdbcLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void book(Booking booking) {
    jdbc.sql("""
                INSERT INTO booking (order_id, kind, debit_account, credit_account, amount, currency, booked_at)
                VALUES (:order, :kind, :debit, :credit, :amount, :currency, :at)""")
        .param("order", booking.orderId().value())
        .param("kind", booking.kind().name())
        .param("debit", booking.kind().debit().name())
        .param("credit", booking.kind().credit().name())
        .param("amount", booking.amount().amount())
        .param("currency", booking.amount().currency().getCurrencyCode())
        .param("at", booking.bookedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public List<Entry> entries(OrderId orderId) {
    return jdbc
        .sql("SELECT * FROM booking WHERE order_id = :order ORDER BY id")
        .param("order", orderId.value())
        .query(JdbcLedger::booking)
        .list()
        .stream()
        .flatMap(booking -> booking.entries().stream())
        .toList();
  }

  @Override
  public TrialBalance balance() {
    return new TrialBalance(jdbc.sql("""
                SELECT account, currency, SUM(debit) AS debits, SUM(credit) AS credits
                  FROM (SELECT debit_account AS account, currency, amount AS debit, 0 AS credit FROM booking
                        UNION ALL
                        SELECT credit_account, currency, 0, amount FROM booking) AS entry
                 GROUP BY account, currency
                 ORDER BY currency, account""").query(JdbcLedger::row).list());
  }

  private static Booking booking(ResultSet row, int number) throws SQLException {
    return new Booking(
        new OrderId(row.getLong("order_id")),
        Booking.Kind.valueOf(row.getString("kind")),
        new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
        row.getObject("booked_at", OffsetDateTime.class).toInstant());
  }

  private static TrialBalance.Row row(ResultSet row, int number) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new TrialBalance.Row(
        Account.valueOf(row.getString("account")),
        currency,
        new Money(row.getBigDecimal("debits"), currency).amount(),
        new Money(row.getBigDecimal("credits"), currency).amount());
  }
}
