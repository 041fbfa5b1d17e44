package dev.eventmanager.order.messaging;

import dev.eventmanager.order.domain.Purchase;
import dev.eventmanager.shop.order.Address;
import dev.eventmanager.shop.order.Order;
import dev.eventmanager.shop.order.OrderLine;

/** Writes a purchase as the payload of {@code order.v2.submit}. */
final class OrderPayload {

  private OrderPayload() {}

  static Order of(long orderId, Purchase purchase) {
    return Order.builder()
        .id(orderId)
        .customer(purchase.customer())
        .currency(purchase.currency().getCurrencyCode())
        .addAllLines(purchase.lines().stream().map(OrderPayload::line).toList())
        .deliverTo(address(purchase.deliverTo()))
        .build();
  }

  private static OrderLine line(dev.eventmanager.order.domain.OrderLine line) {
    return OrderLine.builder()
        .id(line.id())
        .product(line.product())
        .quantity(line.quantity())
        .price(line.price())
        .build();
  }

  private static Address address(dev.eventmanager.order.domain.Address address) {
    return Address.builder()
        .name(address.name())
        .street(address.street())
        .city(address.city())
        .postcode(address.postcode())
        .country(address.country())
        .build();
  }
}
