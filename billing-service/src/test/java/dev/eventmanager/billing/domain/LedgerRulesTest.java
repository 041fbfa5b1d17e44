package dev.eventmanager.billing.domain;

import static dev.eventmanager.billing.domain.Samples.NOW;
import static dev.eventmanager.billing.domain.Samples.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerRulesTest {

  @ParameterizedTest
  @EnumSource
  void everyBookingSumsToZero(Booking.Kind kind) {
    Booking booking = new Booking(ORDER, kind, Money.of("0.1", "EUR"), NOW);

    assertThat(booking.entries().stream()
            .map(entry -> entry.debit().subtract(entry.credit()))
            .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isZero();
    assertThat(booking.entries()).extracting(Entry::account).doesNotHaveDuplicates();
  }

  @Test
  void refusesToBookANegativeAmount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Booking(ORDER, Booking.Kind.REFUND, Money.of("-1", "EUR"), NOW))
        .withMessage("REFUND of order 1: amount -1.00 EUR is negative; book the opposite kind");
  }

  @Test
  void doesNotLetOneCurrencyMakeUpForAnother() {
    TrialBalance mixed = new TrialBalance(
        List.of(row(Account.RECEIVABLE, "EUR", "1", "0"), row(Account.REVENUE, "CHF", "0", "1")));

    assertThat(mixed.balanced()).isFalse();
  }

  @Test
  void holdsAmountsToTheLastDigit() {
    assertThat(Money.of("0.0000000001", "EUR").amount()).isEqualTo("0.0000000001");
    assertThat(Money.of("3", "EUR")).isEqualTo(Money.of("3.000", "EUR")).hasToString("3.00 EUR");
    assertThat(Money.of("1E+3", "JPY")).hasToString("1000 JPY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.00000000001", "1E+28", "1E+2147483647"})
  void refusesAmountsItCouldNotHold(String amount) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of(amount, "EUR"))
        .withMessageContaining("more than 28 digits before or 10 after the point");
  }

  @Test
  void refusesANegativeBill() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bill("c-1001", Money.of("-0.01", "EUR")))
        .withMessageContaining("-0.01 EUR");
  }

  private static TrialBalance.Row row(
      Account account, String currency, String debits, String credits) {
    return new TrialBalance.Row(
        account, Currency.getInstance(currency), new BigDecimal(debits), new BigDecimal(credits));
  }
}
