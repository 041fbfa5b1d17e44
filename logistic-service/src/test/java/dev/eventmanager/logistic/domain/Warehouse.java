package dev.eventmanager.logistic.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Stock, shipments and announcements in memory, for tests of the rules alone. */
public final class Warehouse implements Stock, Shipments, LogisticAnnouncements, UnitOfWork {

  private final Map<String, StockItem> items = new TreeMap<>();
  private final Map<OrderId, Shipment> shipments = new LinkedHashMap<>();
  private final List<String> announced = new ArrayList<>();

  /** A warehouse that holds so many of a product. */
  public static Warehouse with(String product, long onHand) {
    Warehouse warehouse = new Warehouse();
    warehouse.save(new StockItem(product, onHand, 0));
    return warehouse;
  }

  /** What was announced, oldest first, such as {@code reserve 1}. */
  public List<String> announced() {
    return announced;
  }

  public void clear() {
    items.clear();
    shipments.clear();
    announced.clear();
  }

  StockItem of(String product) {
    return items.get(product);
  }

  @Override
  public Map<String, StockItem> lock(SortedSet<String> products) {
    Map<String, StockItem> held = new LinkedHashMap<>(items);
    held.keySet().retainAll(products);
    return held;
  }

  @Override
  public void save(StockItem item) {
    items.put(item.product(), item);
  }

  @Override
  public List<StockItem> all() {
    return List.copyOf(items.values());
  }

  @Override
  public Shipment lockOrAdd(OrderId orderId) {
    return shipments.computeIfAbsent(orderId, Shipment::awaited);
  }

  @Override
  public void save(Shipment before, Shipment after) {
    shipments.put(after.orderId(), after);
  }

  @Override
  public Optional<Shipment> find(OrderId orderId) {
    return Optional.ofNullable(shipments.get(orderId));
  }

  @Override
  public void reserved(Shipment shipment) {
    announced.add("reserve " + shipment.orderId());
  }

  @Override
  public void shortage(Shipment shipment) {
    announced.add("shortage " + shipment.orderId());
  }

  @Override
  public void dispatched(Shipment shipment) {
    announced.add("dispatch " + shipment.orderId());
  }

  @Override
  public void delivered(Shipment shipment) {
    announced.add("deliver " + shipment.orderId());
  }

  @Override
  public <T> T execute(Supplier<T> work) {
    return work.get();
  }
}
