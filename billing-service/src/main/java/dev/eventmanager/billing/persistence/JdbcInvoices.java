package dev.eventmanager.billing.persistence;

import dev.eventmanager.billing.domain.Bill;
import dev.eventmanager.billing.domain.Invoice;
import dev.eventmanager.billing.domain.Invoice.Status;
import dev.eventmanager.billing.domain.Invoices;
import dev.eventmanager.billing.domain.Money;
import dev.eventmanager.billing.domain.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInvoices implements Invoices {

  private final JdbcClient jdbc;

  JdbcInvoices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Invoice lockOrAdd(OrderId orderId) {
    jdbc.sql(
            "INSERT INTO invoice (order_id, status) VALUES (:order, 'OPEN') ON CONFLICT DO NOTHING")
        .param("order", orderId.value())
        .update();
    return jdbc.sql("SELECT * FROM invoice WHERE order_id = :order FOR UPDATE")
        .param("order", orderId.value())
        .query(JdbcInvoices::invoice)
        .single();
  }

  @Override
  public void save(Invoice invoice) {
    Optional<Money> total = invoice.bill().map(Bill::total);
    jdbc.sql("""
                UPDATE invoice
                   SET status = :status, customer = :customer, total = :total, currency = :currency, reason = :reason
                 WHERE order_id = :order""")
        .param("order", invoice.orderId().value())
        .param("status", invoice.status().name())
        .param("customer", invoice.bill().map(Bill::customer).orElse(null))
        .param("total", total.map(Money::amount).orElse(null))
        .param(
            "currency",
            total.map(Money::currency).map(Currency::getCurrencyCode).orElse(null))
        .param("reason", invoice.reason().orElse(null))
        .update();
  }

  @Override
  public Optional<Invoice> find(OrderId orderId) {
    return jdbc.sql("SELECT * FROM invoice WHERE order_id = :order")
        .param("order", orderId.value())
        .query(JdbcInvoices::invoice)
        .optional();
  }

  private static Invoice invoice(ResultSet row, int number) throws SQLException {
    return new Invoice(
        new OrderId(row.getLong("order_id")),
        Status.valueOf(row.getString("status")),
        bill(row),
        Optional.ofNullable(row.getString("reason")));
  }

  private static Optional<Bill> bill(ResultSet row) throws SQLException {
    String customer = row.getString("customer");
    if (customer == null) {
      return Optional.empty();
    }
    Currency currency = Currency.getInstance(row.getString("currency"));
    return Optional.of(new Bill(customer, new Money(row.getBigDecimal("total"), currency)));
  }
}
