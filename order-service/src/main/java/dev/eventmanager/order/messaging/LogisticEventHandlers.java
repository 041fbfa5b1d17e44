package dev.eventmanager.order.messaging;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.OnEvent;
import dev.eventmanager.order.domain.Fact;
import dev.eventmanager.shop.logistic.Delivery;
import dev.eventmanager.shop.logistic.Dispatch;
import dev.eventmanager.shop.logistic.MissingProduct;
import dev.eventmanager.shop.logistic.Reservation;
import dev.eventmanager.shop.logistic.Shortage;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Notes on the order what logistic did about it. */
@Component
class LogisticEventHandlers {

  private static final String QUEUE = "order_logistic";

  private final OrderNotes notes;

  LogisticEventHandlers(OrderNotes notes) {
    this.notes = notes;
  }

  @OnEvent(queue = QUEUE, pattern = "logistic.*.reserve")
  void reserved(Reservation reservation, EventMetadata metadata) {
    notes.take(reservation.orderId(), Fact.RESERVED, metadata, "");
  }

  @OnEvent(queue = QUEUE, pattern = "logistic.*.shortage")
  void outOfStock(Shortage shortage, EventMetadata metadata) {
    notes.take(shortage.orderId(), Fact.OUT_OF_STOCK, metadata, missing(shortage));
  }

  @OnEvent(queue = QUEUE, pattern = "logistic.*.dispatch")
  void dispatched(Dispatch dispatch, EventMetadata metadata) {
    notes.take(dispatch.orderId(), Fact.DISPATCHED, metadata, "shipment " + dispatch.shipmentId());
  }

  @OnEvent(queue = QUEUE, pattern = "logistic.*.deliver")
  void delivered(Delivery delivery, EventMetadata metadata) {
    notes.take(delivery.orderId(), Fact.DELIVERED, metadata, "shipment " + delivery.shipmentId());
  }

  private static String missing(Shortage shortage) {
    return shortage.missing().stream()
        .map(LogisticEventHandlers::missing)
        .collect(Collectors.joining(", ", "out of stock: ", ""));
  }

  private static String missing(MissingProduct product) {
    return "%s (%d of %d)".formatted(product.product(), product.available(), product.requested());
  }
}
