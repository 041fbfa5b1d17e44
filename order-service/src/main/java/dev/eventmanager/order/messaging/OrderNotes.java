package dev.eventmanager.order.messaging;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.order.domain.Fact;
import dev.eventmanager.order.domain.Order;
import dev.eventmanager.order.domain.OrderDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Takes what an event says of an order to the desk, and logs what came of it under the order's id.
 */
@Component
class OrderNotes {

  private static final Logger LOG = LoggerFactory.getLogger(OrderNotes.class);

  /** What the history keeps of a note; others write the notes, at any length. */
  private static final int MAX_LENGTH = 1000;

  private final OrderDesk desk;

  OrderNotes(OrderDesk desk) {
    this.desk = desk;
  }

  void take(long orderId, Fact fact, EventMetadata metadata, String note) {
    try (var ignored = MDC.putCloseable("orderId", Long.toString(orderId))) {
      Order order = desk.note(orderId, fact, metadata.time(), keepable(note));
      LOG.info("Order {} is {} after {}", orderId, order.status(), metadata.routingKey());
    }
  }

  /** Others write the notes: control characters, which PostgreSQL would not store, become blanks. */
  private static String keepable(String note) {
    String line = note.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 1) + "…";
  }
}
