package dev.eventmanager.order.persistence;

import dev.eventmanager.order.domain.Address;
import dev.eventmanager.order.domain.Fact;
import dev.eventmanager.order.domain.HistoryEntry;
import dev.eventmanager.order.domain.OrderLine;
import dev.eventmanager.order.domain.OrderStatus;
import dev.eventmanager.order.domain.OrderSummary;
import dev.eventmanager.order.domain.Purchase;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the order tables. */
final class OrderRows {

  private OrderRows() {}

  static Header header(ResultSet row, int number) throws SQLException {
    return new Header(
        row.getLong("id"), row.getString("customer"), currency(row).orElse(null), address(row));
  }

  static OrderLine line(ResultSet row, int number) throws SQLException {
    return new OrderLine(
        row.getInt("id"),
        row.getString("product"),
        row.getInt("quantity"),
        row.getBigDecimal("price"));
  }

  static HistoryEntry entry(ResultSet row, int number) throws SQLException {
    return new HistoryEntry(
        Fact.valueOf(row.getString("fact")),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        row.getString("note"));
  }

  static OrderSummary summary(ResultSet row, int number) throws SQLException {
    Optional<Currency> currency = currency(row);
    return new OrderSummary(
        row.getLong("id"),
        OrderStatus.valueOf(row.getString("status")),
        Optional.ofNullable(row.getString("customer")),
        currency,
        Optional.ofNullable(row.getBigDecimal("total"))
            .map(total -> inDecimalsOf(currency, total)));
  }

  private static Optional<Currency> currency(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("currency")).map(Currency::getInstance);
  }

  private static Address address(ResultSet row) throws SQLException {
    return new Address(
        row.getString("name"),
        row.getString("street"),
        row.getString("city"),
        row.getString("postcode"),
        row.getString("country"));
  }

  private static BigDecimal inDecimalsOf(Optional<Currency> currency, BigDecimal amount) {
    return amount.setScale(Math.max(0, currency.orElseThrow().getDefaultFractionDigits()));
  }

  /**
   * A row of {@code orders}; the customer and the currency are null in an order of another
   * publisher.
   */
  record Header(
      long id, @Nullable String customer, @Nullable Currency currency, Address deliverTo) {

    Optional<Purchase> purchase(List<OrderLine> lines) {
      return customer == null || currency == null
          ? Optional.empty()
          : Optional.of(new Purchase(customer, currency, lines, deliverTo));
    }
  }
}
