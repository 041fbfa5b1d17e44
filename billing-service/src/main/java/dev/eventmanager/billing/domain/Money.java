package dev.eventmanager.billing.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;

/**
 * An exact amount in one currency. Never rounded: an amount the ledger could not hold to the last
 * digit is refused. Equal amounts are equal whatever zeros they were written with.
 */
public record Money(BigDecimal amount, Currency currency) {

  private static final int WHOLE_DIGITS = 28;
  private static final int FRACTION_DIGITS = 10;

  public Money {
    BigDecimal shortest = amount.stripTrailingZeros();
    if (shortest.scale() > FRACTION_DIGITS
        || (long) shortest.precision() - shortest.scale() > WHOLE_DIGITS) {
      throw new IllegalArgumentException(
          "amount %s has more than %d digits before or %d after the point"
              .formatted(brief(amount), WHOLE_DIGITS, FRACTION_DIGITS));
    }
    amount = shortest.setScale(
        Math.max(shortest.scale(), Math.max(0, currency.getDefaultFractionDigits())));
  }

  private static String brief(BigDecimal amount) {
    return amount.round(new MathContext(6)).toString();
  }

  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
