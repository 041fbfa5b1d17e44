package dev.eventmanager.logistic.messaging;

import dev.eventmanager.EventPublisher;
import dev.eventmanager.logistic.domain.LogisticAnnouncements;
import dev.eventmanager.logistic.domain.Missing;
import dev.eventmanager.logistic.domain.Shipment;
import dev.eventmanager.shop.logistic.Delivery;
import dev.eventmanager.shop.logistic.Dispatch;
import dev.eventmanager.shop.logistic.LogisticEvents;
import dev.eventmanager.shop.logistic.MissingProduct;
import dev.eventmanager.shop.logistic.Reservation;
import dev.eventmanager.shop.logistic.Shortage;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Publishes what happened to a shipment; inside a transaction the events join it. */
@Component
class LogisticEventPublisher implements LogisticAnnouncements {

  private static final Logger LOG = LoggerFactory.getLogger(LogisticEventPublisher.class);

  private final EventPublisher events;

  LogisticEventPublisher(EventPublisher events) {
    this.events = events;
  }

  @Override
  public void reserved(Shipment shipment) {
    LOG.info("Order {} reserved", shipment.orderId());
    events.publish(
        LogisticEvents.RESERVE,
        Reservation.builder().orderId(shipment.orderId().value()).build());
  }

  @Override
  public void shortage(Shipment shipment) {
    LOG.info("Order {} is short of {}", shipment.orderId(), inWords(shipment.missing()));
    events.publish(
        LogisticEvents.SHORTAGE,
        Shortage.builder()
            .orderId(shipment.orderId().value())
            .addAllMissing(
                shipment.missing().stream().map(LogisticEventPublisher::product).toList())
            .build());
  }

  @Override
  public void dispatched(Shipment shipment) {
    LOG.info("Order {} dispatched as {}", shipment.orderId(), shipment.id());
    events.publish(
        LogisticEvents.DISPATCH,
        Dispatch.builder()
            .orderId(shipment.orderId().value())
            .shipmentId(shipment.id())
            .build());
  }

  @Override
  public void delivered(Shipment shipment) {
    LOG.info("Order {} delivered", shipment.orderId());
    events.publish(
        LogisticEvents.DELIVER,
        Delivery.builder()
            .orderId(shipment.orderId().value())
            .shipmentId(shipment.id())
            .build());
  }

  private static String inWords(List<Missing> missing) {
    return missing.stream()
        .map(each -> "%s (%d of %d)".formatted(each.product(), each.available(), each.requested()))
        .collect(Collectors.joining(", "));
  }

  private static MissingProduct product(Missing missing) {
    return MissingProduct.builder()
        .product(missing.product())
        .requested(whole(missing.requested()))
        .available(whole(missing.available()))
        .build();
  }

  /**
   * The lines of an order may add up to more than the event can say; what matters is that it is too
   * many.
   */
  private static int whole(long pieces) {
    return (int) Math.min(pieces, Integer.MAX_VALUE);
  }
}
