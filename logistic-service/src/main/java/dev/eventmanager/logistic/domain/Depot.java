package dev.eventmanager.logistic.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Reserves, releases and ships goods: all of an order's or none. Runs in the caller's transaction;
 * orders that want the same product wait for each other.
 */
public final class Depot {

  private final Stock stock;
  private final Set<String> uncounted;

  /**
   * @param uncounted products of which no stock is kept and there is always enough, such as the one
   *     that stands for what an order of version 1 did not name
   */
  public Depot(Stock stock, Set<String> uncounted) {
    this.stock = stock;
    this.uncounted = Set.copyOf(uncounted);
  }

  /** Reserves the goods, or nothing when the answer names what is missing. */
  List<Missing> reserve(Goods goods) {
    Map<String, Long> wanted = counted(goods);
    Map<String, StockItem> items = stock.lock(new TreeSet<>(wanted.keySet()));
    List<Missing> missing = missing(wanted, items);
    if (missing.isEmpty()) {
      items.forEach((product, item) -> stock.save(item.reserve(wanted.getOrDefault(product, 0L))));
    }
    return missing;
  }

  /** Gives reserved goods back to stock. */
  void release(Goods goods) {
    move(goods, StockItem::release);
  }

  /** Takes reserved goods out of the warehouse. */
  void ship(Goods goods) {
    move(goods, StockItem::ship);
  }

  private void move(Goods goods, BiFunction<StockItem, Long, StockItem> movement) {
    Map<String, Long> moved = counted(goods);
    stock
        .lock(new TreeSet<>(moved.keySet()))
        .forEach((product, item) -> stock.save(movement.apply(item, moved.get(product))));
  }

  private Map<String, Long> counted(Goods goods) {
    Map<String, Long> counted = new TreeMap<>(goods.quantities());
    counted.keySet().removeAll(uncounted);
    return counted;
  }

  private static List<Missing> missing(Map<String, Long> wanted, Map<String, StockItem> items) {
    List<Missing> missing = new ArrayList<>();
    wanted.forEach((product, quantity) -> {
      long available = items.containsKey(product) ? items.get(product).available() : 0;
      if (available < quantity) {
        missing.add(new Missing(product, quantity, available));
      }
    });
    return List.copyOf(missing);
  }
}
