package dev.eventmanager.order.domain;

import java.util.List;
import java.util.Optional;

/** All orders that this service knows. Every method but the finders expects a transaction. */
public interface Orders {

  /**
   * An id that was never given before; an order that came from elsewhere may have it all the same.
   */
  long nextId();

  /** Adds a new order, or returns false if its id or the idempotency key is taken. */
  boolean add(Order order, Optional<String> idempotencyKey);

  Optional<Order> find(long id);

  Optional<Order> findByIdempotencyKey(String key);

  /** The newest first, at most {@code limit}, of ids below {@code before}. */
  List<OrderSummary> list(Optional<OrderStatus> status, long before, int limit);

  /** The order, which nobody else can change until the transaction ends. */
  Optional<Order> lock(long id);

  /** As {@link #lock}; an order that is not known yet is kept from now on, known only by its id. */
  Order lockOrAdd(long id);

  /** Stores one entry, and the status that follows from it, of an order that is locked. */
  void append(Order order, HistoryEntry entry);
}
