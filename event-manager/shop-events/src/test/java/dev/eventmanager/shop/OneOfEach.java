package dev.eventmanager.shop;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventType;
import dev.eventmanager.shop.billing.BillingEvents;
import dev.eventmanager.shop.billing.Decline;
import dev.eventmanager.shop.billing.Refund;
import dev.eventmanager.shop.billing.Settlement;
import dev.eventmanager.shop.logistic.Delivery;
import dev.eventmanager.shop.logistic.Dispatch;
import dev.eventmanager.shop.logistic.LogisticEvents;
import dev.eventmanager.shop.logistic.MissingProduct;
import dev.eventmanager.shop.logistic.Reservation;
import dev.eventmanager.shop.logistic.Shortage;
import dev.eventmanager.shop.order.Address;
import dev.eventmanager.shop.order.Chargeback;
import dev.eventmanager.shop.order.Order;
import dev.eventmanager.shop.order.OrderEvents;
import dev.eventmanager.shop.order.OrderLine;
import dev.eventmanager.shop.order.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Stream;

/** An event of every type, with a payload that has a value in every field. */
record OneOfEach<T>(EventType<T> type, T payload) {

  static final Order ORDER = Order.builder()
      .id(1001)
      .customer("c-1001")
      .currency("EUR")
      .addLines(OrderLine.builder()
          .id(1)
          .product("tea")
          .quantity(2)
          .price(new BigDecimal("3.00"))
          .build())
      .deliverTo(Address.builder()
          .name("Customer 1001")
          .street("1 Mill Lane")
          .city("Turin")
          .postcode("10121")
          .country("IT")
          .build())
      .build();

  static Stream<OneOfEach<?>> events() {
    BigDecimal amount = new BigDecimal("6.00");
    return Stream.of(
        new OneOfEach<>(OrderEvents.SUBMIT, ORDER),
        new OneOfEach<>(
            OrderEvents.CHARGEBACK,
            Chargeback.builder().orderId(1001).reason("changed my mind").build()),
        new OneOfEach<>(
            OrderEvents.REFUSE, Refusal.builder().orderId(1001).reason("no tea").build()),
        new OneOfEach<>(
            BillingEvents.SETTLE,
            Settlement.builder().orderId(1001).currency("EUR").amount(amount).build()),
        new OneOfEach<>(
            BillingEvents.DECLINE,
            Decline.builder().orderId(1001).reason("over the limit").build()),
        new OneOfEach<>(
            BillingEvents.REFUND,
            Refund.builder().orderId(1001).currency("EUR").amount(amount).build()),
        new OneOfEach<>(
            LogisticEvents.RESERVE, Reservation.builder().orderId(1001).build()),
        new OneOfEach<>(
            LogisticEvents.SHORTAGE,
            Shortage.builder()
                .orderId(1001)
                .addMissing(MissingProduct.builder()
                    .product("tea")
                    .requested(2)
                    .available(1)
                    .build())
                .build()),
        new OneOfEach<>(
            LogisticEvents.DISPATCH,
            Dispatch.builder().orderId(1001).shipmentId("s-1").build()),
        new OneOfEach<>(
            LogisticEvents.DELIVER,
            Delivery.builder().orderId(1001).shipmentId("s-1").build()));
  }

  /** What a message brings along under this routing key. */
  static EventMetadata metadata(String routingKey) {
    return new EventMetadata.Builder()
        .id("e-1")
        .exchange(routingKey.substring(0, routingKey.indexOf('.')))
        .routingKey(routingKey)
        .source("test")
        .time(Instant.EPOCH)
        .orderingKey("1001")
        .build();
  }

  @Override
  public String toString() {
    return type.toString();
  }
}
