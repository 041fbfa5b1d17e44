package dev.eventmanager.order.domain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** Purchases for tests. */
public final class Purchases {

  public static final Currency EUR = Currency.getInstance("EUR");
  public static final Address TURIN =
      new Address("Customer 1001", "1 Mill Lane", "Turin", "10121", "IT");

  private Purchases() {}

  /** Two packs of tea and a pot of honey, 10.50 EUR in all. */
  public static Purchase teaAndHoney() {
    return new Purchase(
        "c-1001", EUR, List.of(line(1, "tea", 2, "3.00"), line(2, "honey", 1, "4.50")), TURIN);
  }

  public static Purchase coffee() {
    return new Purchase("c-1002", EUR, List.of(line(1, "coffee", 1, "8")), TURIN);
  }

  public static OrderLine line(int id, String product, int quantity, String price) {
    return new OrderLine(id, product, quantity, new BigDecimal(price));
  }
}
