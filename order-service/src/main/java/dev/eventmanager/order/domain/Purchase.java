package dev.eventmanager.order.domain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * What a customer orders, and where it shall go. Every price is exact and has as many decimals as
 * its currency; making one with more throws {@link InvalidPurchaseException}.
 */
public record Purchase(
    String customer, Currency currency, List<OrderLine> lines, Address deliverTo) {

  public Purchase {
    if (lines.isEmpty()) {
      throw new InvalidPurchaseException("lines", "must not be empty");
    }
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    for (OrderLine line : lines) {
      requireDecimals(line, currency, decimals);
    }
    lines = lines.stream().map(line -> line.withDecimals(decimals)).toList();
  }

  /** What all of it costs. */
  public BigDecimal total() {
    return lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void requireDecimals(OrderLine line, Currency currency, int decimals) {
    if (line.price().stripTrailingZeros().scale() > decimals) {
      throw new InvalidPurchaseException(
          "lines[" + (line.id() - 1) + "].price",
          "must have at most " + decimals + " decimals, as amounts in " + currency + " have");
    }
  }
}
