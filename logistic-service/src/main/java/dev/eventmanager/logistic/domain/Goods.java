package dev.eventmanager.logistic.domain;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many of each product, in the order of the products. That order is also the one in which stock
 * is locked, so that two orders for the same products never wait for each other in a circle.
 */
public record Goods(SortedMap<String, Long> quantities) {

  public Goods {
    quantities = Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
    quantities.forEach(Goods::requirePositive);
  }

  public static Goods of(Map<String, Long> quantities) {
    return new Goods(new TreeMap<>(quantities));
  }

  public static Goods none() {
    return new Goods(Collections.emptySortedMap());
  }

  private static void requirePositive(String product, long quantity) {
    if (quantity < 1) {
      throw new IllegalArgumentException(
          "quantity of %s must be positive, was %d".formatted(product, quantity));
    }
  }
}
