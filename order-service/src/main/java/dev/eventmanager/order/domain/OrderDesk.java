package dev.eventmanager.order.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes orders and follows them to their end. Safe for use by many threads; uses of one order
 * exclude each other.
 *
 * <p>Each method that changes an order stores the change and announces it in one {@link
 * UnitOfWork}.
 */
public final class OrderDesk {

  private final Orders orders;
  private final OrderAnnouncements announcements;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  public OrderDesk(
      Orders orders, OrderAnnouncements announcements, UnitOfWork unitOfWork, Clock clock) {
    this.orders = orders;
    this.announcements = announcements;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /**
   * Takes an order, or finds the one that was taken under the same key.
   *
   * @throws IdempotencyKeyReusedException if that one was another purchase
   */
  public Order submit(Purchase purchase, Optional<String> idempotencyKey) {
    return unitOfWork.execute(() -> submitOnce(purchase, idempotencyKey));
  }

  /**
   * Calls an order off, whatever has been done for it: logistic keeps the parcel, or takes it back.
   * A second call changes nothing.
   *
   * @throws UnknownOrderException if there is no such order
   * @throws ChargebackNotPossibleException if the order is refused
   */
  public Order chargeBack(long id, String reason) {
    return unitOfWork.execute(() -> {
      Order order = orders.lock(id).orElseThrow(() -> new UnknownOrderException(id));
      if (order.status() == OrderStatus.REFUSED) {
        throw new ChargebackNotPossibleException(id);
      }
      if (order.knows(Fact.CHARGED_BACK)) {
        return order;
      }
      announcements.chargedBack(id, reason);
      return append(order, new HistoryEntry(Fact.CHARGED_BACK, clock.instant(), reason));
    });
  }

  /**
   * Notes what another service did, at whatever point of the order's life the news arrives; a
   * second time changes nothing. An order that is not known yet is kept from now on. The first news
   * that makes an order refused is announced, so that whoever had done its part already can undo
   * it.
   */
  public Order note(long id, Fact fact, Instant at, String note) {
    return unitOfWork.execute(() -> {
      Order before = orders.lockOrAdd(id);
      if (before.knows(fact)) {
        return before;
      }
      Order after = append(before, new HistoryEntry(fact, at, note));
      if (after.status() == OrderStatus.REFUSED && before.status() != OrderStatus.REFUSED) {
        announcements.refused(id, note);
      }
      return after;
    });
  }

  /**
   * Finds an order.
   *
   * @throws UnknownOrderException if there is no such order
   */
  public Order find(long id) {
    return orders.find(id).orElseThrow(() -> new UnknownOrderException(id));
  }

  /** The newest orders first, at most {@code limit}, of ids below {@code before}. */
  public List<OrderSummary> list(Optional<OrderStatus> status, long before, int limit) {
    return orders.list(status, before, limit);
  }

  // Ends, since each round either finds what took the key or draws an id that was not drawn before.
  private Order submitOnce(Purchase purchase, Optional<String> idempotencyKey) {
    while (true) {
      Optional<Order> earlier = idempotencyKey.flatMap(orders::findByIdempotencyKey);
      if (earlier.isPresent()) {
        return requireSame(earlier.get(), purchase);
      }
      Order order = Order.submitted(orders.nextId(), purchase, clock.instant());
      if (orders.add(order, idempotencyKey)) {
        announcements.submitted(order.id(), purchase);
        return order;
      }
    }
  }

  private Order append(Order order, HistoryEntry entry) {
    Order after = order.noting(entry);
    orders.append(after, entry);
    return after;
  }

  private static Order requireSame(Order earlier, Purchase purchase) {
    if (!earlier.purchase().equals(Optional.of(purchase))) {
      throw new IdempotencyKeyReusedException(earlier.id());
    }
    return earlier;
  }
}
