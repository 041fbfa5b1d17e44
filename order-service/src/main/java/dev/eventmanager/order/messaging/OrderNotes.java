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
      Order order = desk.note(orderId, fact, metadata.time(), shorten(note));
      LOG.info("Order {} is {} after {}", orderId, order.status(), metadata.routingKey());
    }
  }

  private static String shorten(String note) {
    return note.length() <= MAX_LENGTH ? note : note.substring(0, MAX_LENGTH - 1) + "…";
  }
}
