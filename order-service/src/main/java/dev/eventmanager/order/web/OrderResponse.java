package dev.eventmanager.order.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eventmanager.order.domain.Address;
import dev.eventmanager.order.domain.Fact;
import dev.eventmanager.order.domain.HistoryEntry;
import dev.eventmanager.order.domain.Order;
import dev.eventmanager.order.domain.OrderLine;
import dev.eventmanager.order.domain.OrderStatus;
import dev.eventmanager.order.domain.Purchase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the service shows it. Amounts are texts, so that no client rounds them; an order of
 * another publisher has no purchase, and only its id, status and history are given.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderResponse(
    long id,
    OrderStatus status,
    @Nullable String customer,
    @Nullable String currency,
    @Nullable String total,
    @Nullable List<Line> lines,
    @Nullable Address deliverTo,
    List<Entry> history) {

  static OrderResponse of(Order order) {
    List<Entry> history = order.history().stream().map(Entry::of).toList();
    return order
        .purchase()
        .map(purchase -> of(order, purchase, history))
        .orElseGet(() ->
            new OrderResponse(order.id(), order.status(), null, null, null, null, null, history));
  }

  private static OrderResponse of(Order order, Purchase purchase, List<Entry> history) {
    return new OrderResponse(
        order.id(),
        order.status(),
        purchase.customer(),
        purchase.currency().getCurrencyCode(),
        purchase.total().toPlainString(),
        purchase.lines().stream().map(Line::of).toList(),
        purchase.deliverTo(),
        history);
  }

  record Line(int id, String product, int quantity, String price, String amount) {

    private static Line of(OrderLine line) {
      return new Line(
          line.id(),
          line.product(),
          line.quantity(),
          line.price().toPlainString(),
          line.amount().toPlainString());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Entry(Fact what, Instant at, String note) {

    private static Entry of(HistoryEntry entry) {
      return new Entry(entry.fact(), entry.at(), entry.note());
    }
  }
}
