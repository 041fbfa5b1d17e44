package dev.eventmanager.logistic.domain;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Where the stock of every product is kept. */
public interface Stock {

  /**
   * The stock of each product, by product, held for the caller alone until its transaction ends.
   * Locks one after the other in the order given; a product that we do not carry is absent from the
   * answer.
   */
  Map<String, StockItem> lock(SortedSet<String> products);

  void save(StockItem item);

  /** Every product we carry, by name. */
  List<StockItem> all();
}
