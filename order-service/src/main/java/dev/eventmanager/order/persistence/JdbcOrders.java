package dev.eventmanager.order.persistence;

import dev.eventmanager.order.domain.Address;
import dev.eventmanager.order.domain.HistoryEntry;
import dev.eventmanager.order.domain.Order;
import dev.eventmanager.order.domain.OrderLine;
import dev.eventmanager.order.domain.OrderStatus;
import dev.eventmanager.order.domain.OrderSummary;
import dev.eventmanager.order.domain.Orders;
import dev.eventmanager.order.domain.Purchase;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders in three tables, in SQL that H2 and PostgreSQL share. */
@Repository
class JdbcOrders implements Orders {

  private final JdbcClient jdbc;
  private final JdbcOperations batches;

  JdbcOrders(JdbcClient jdbc, JdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  @Override
  public long nextId() {
    return jdbc.sql("SELECT nextval('order_ids')").query(Long.class).single();
  }

  @Override
  public boolean add(Order order, Optional<String> idempotencyKey) {
    Purchase purchase = order.purchase().orElseThrow();
    if (!insert(order, purchase, idempotencyKey)) {
      return false;
    }
    insertLines(order.id(), purchase);
    order.history().forEach(entry -> insert(order.id(), entry));
    return true;
  }

  @Override
  public Optional<Order> find(long id) {
    return jdbc.sql("SELECT * FROM orders WHERE id = ?")
        .param(id)
        .query(OrderRows::header)
        .optional()
        .map(this::complete);
  }

  @Override
  public Optional<Order> findByIdempotencyKey(String key) {
    return jdbc.sql("SELECT id FROM orders WHERE idempotency_key = ?")
        .param(key)
        .query(Long.class)
        .optional()
        .flatMap(this::find);
  }

  @Override
  public List<OrderSummary> list(Optional<OrderStatus> status, long before, int limit) {
    String condition = status.isPresent() ? " AND status = :status" : "";
    return jdbc.sql("SELECT id, status, customer, currency, total FROM orders WHERE id < :before"
            + condition
            + " ORDER BY id DESC LIMIT :limit")
        .param("status", status.map(Enum::name).orElse(""))
        .param("before", before)
        .param("limit", limit)
        .query(OrderRows::summary)
        .list();
  }

  @Override
  public Optional<Order> lock(long id) {
    return jdbc.sql("SELECT id FROM orders WHERE id = ? FOR UPDATE")
        .param(id)
        .query(Long.class)
        .optional()
        .flatMap(this::find);
  }

  @Override
  public Order lockOrAdd(long id) {
    return lock(id).orElseGet(() -> {
      addForeign(Order.knownOnlyById(id));
      return lock(id).orElseThrow();
    });
  }

  @Override
  public void append(Order order, HistoryEntry entry) {
    insert(order.id(), entry);
    jdbc.sql("UPDATE orders SET status = ? WHERE id = ?")
        .param(order.status().name())
        .param(order.id())
        .update();
  }

  private void addForeign(Order order) {
    jdbc.sql("INSERT INTO orders (id, status) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .param(order.id())
        .param(order.status().name())
        .update();
  }

  @SuppressWarnings("NullAway") // an absent key is NULL to the database
  private boolean insert(Order order, Purchase purchase, Optional<String> idempotencyKey) {
    Address address = purchase.deliverTo();
    return jdbc.sql("""
        INSERT INTO orders (id, status, idempotency_key, customer, currency, total,
                            name, street, city, postcode, country)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING""")
            .params(
                order.id(),
                order.status().name(),
                idempotencyKey.orElse(null),
                purchase.customer(),
                purchase.currency().getCurrencyCode(),
                purchase.total(),
                address.name(),
                address.street(),
                address.city(),
                address.postcode(),
                address.country())
            .update()
        == 1;
  }

  private void insertLines(long orderId, Purchase purchase) {
    batches.batchUpdate(
        "INSERT INTO order_lines (order_id, id, product, quantity, price) VALUES (?, ?, ?, ?, ?)",
        purchase.lines().stream()
            .map(line ->
                new Object[] {orderId, line.id(), line.product(), line.quantity(), line.price()})
            .toList());
  }

  private void insert(long orderId, HistoryEntry entry) {
    jdbc.sql("INSERT INTO order_history (order_id, fact, happened_at, note) VALUES (?, ?, ?, ?)")
        .params(orderId, entry.fact().name(), entry.at().atOffset(ZoneOffset.UTC), entry.note())
        .update();
  }

  private Order complete(OrderRows.Header header) {
    return new Order(header.id(), header.purchase(lines(header.id())), history(header.id()));
  }

  private List<OrderLine> lines(long orderId) {
    return jdbc.sql(
            "SELECT id, product, quantity, price FROM order_lines WHERE order_id = ? ORDER BY id")
        .param(orderId)
        .query(OrderRows::line)
        .list();
  }

  private List<HistoryEntry> history(long orderId) {
    return jdbc.sql("SELECT fact, happened_at, note FROM order_history WHERE order_id = ?")
        .param(orderId)
        .query(OrderRows::entry)
        .list();
  }
}
