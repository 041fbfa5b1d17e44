package dev.eventmanager.order.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders for tests that need no database; not for concurrent use. */
public final class InMemoryOrders implements Orders {

  private final Map<Long, Order> orders = new HashMap<>();
  private final Map<String, Long> keys = new HashMap<>();
  private long lastId = 1000;

  @Override
  public long nextId() {
    return ++lastId;
  }

  @Override
  public boolean add(Order order, Optional<String> idempotencyKey) {
    if (orders.putIfAbsent(order.id(), order) != null) {
      return false;
    }
    idempotencyKey.ifPresent(key -> keys.put(key, order.id()));
    return true;
  }

  @Override
  public Optional<Order> find(long id) {
    return Optional.ofNullable(orders.get(id));
  }

  @Override
  public Optional<Order> findByIdempotencyKey(String key) {
    return Optional.ofNullable(keys.get(key)).flatMap(this::find);
  }

  @Override
  public List<OrderSummary> list(Optional<OrderStatus> status, long before, int limit) {
    return orders.values().stream()
        .filter(order -> order.id() < before)
        .filter(order -> status.isEmpty() || status.get() == order.status())
        .sorted(Comparator.comparing(Order::id).reversed())
        .limit(limit)
        .map(InMemoryOrders::summary)
        .toList();
  }

  @Override
  public Optional<Order> lock(long id) {
    return find(id);
  }

  @Override
  public Order lockOrAdd(long id) {
    return orders.computeIfAbsent(id, Order::knownOnlyById);
  }

  @Override
  public void append(Order order, HistoryEntry entry) {
    orders.put(order.id(), order);
  }

  /** Forgets every order and begins anew with the ids. */
  public void clear() {
    orders.clear();
    keys.clear();
    lastId = 1000;
  }

  private static OrderSummary summary(Order order) {
    Optional<BigDecimal> total = order.purchase().map(Purchase::total);
    return new OrderSummary(
        order.id(),
        order.status(),
        order.purchase().map(Purchase::customer),
        order.purchase().map(Purchase::currency),
        total);
  }
}
