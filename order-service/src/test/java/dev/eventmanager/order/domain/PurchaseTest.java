package dev.eventmanager.order.domain;

import static dev.eventmanager.order.domain.Purchases.TURIN;
import static dev.eventmanager.order.domain.Purchases.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurchaseTest {

  @Test
  void addsUpExactly() {
    assertThat(purchase("EUR", "0.10", "0.20").total()).isEqualTo("0.30");
  }

  @Test
  void showsPricesWithTheDecimalsOfTheirCurrency() {
    assertThat(purchase("EUR", "3").total()).isEqualTo("3.00");
    assertThat(purchase("JPY", "3").total()).isEqualTo("3");
    assertThat(purchase("KWD", "3").total()).isEqualTo("3.000");
  }

  @Test
  void isTheSameHoweverItsPricesWereWritten() {
    assertThat(purchase("EUR", "3")).isEqualTo(purchase("EUR", "3.000"));
  }

  @Test
  void refusesAPriceThatTheCurrencyCannotExpress() {
    assertThatThrownBy(() -> purchase("EUR", "3.00", "3.001"))
        .isInstanceOfSatisfying(InvalidPurchaseException.class, refused -> {
          assertThat(refused.field()).isEqualTo("lines[1].price");
          assertThat(refused).hasMessage("must have at most 2 decimals, as amounts in EUR have");
        });
  }

  private static Purchase purchase(String currency, String... prices) {
    List<OrderLine> lines = new ArrayList<>();
    for (String price : prices) {
      lines.add(line(lines.size() + 1, "tea", 1, price));
    }
    return new Purchase("c-1001", Currency.getInstance(currency), lines, TURIN);
  }
}
