package dev.eventmanager.benchmarks.micro;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.impl.LongStringHelper;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.message.EventMessageWriter;
import dev.eventmanager.shop.order.Address;
import dev.eventmanager.shop.order.Order;
import dev.eventmanager.shop.order.OrderLine;
import dev.eventmanager.shop.order.OrderLineV1;
import dev.eventmanager.shop.order.OrderV1;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An order of three lines, about 500 bytes of JSON, as it is published and as it arrives. */
final class SampleOrders {

  static final String SERVICE = "order-service";

  private static final List<String> PRODUCTS = List.of(
      "earl-grey-tea-loose-250-g", "mug-with-handle-blue-glazed", "strainer-stainless-steel");
  private static final BigDecimal PRICE = new BigDecimal("4.50");

  private SampleOrders() {}

  static Order order() {
    Order.Builder order = Order.builder()
        .id(1001)
        .customer("c-1001")
        .currency("EUR")
        .deliverTo(Address.builder()
            .name("Customer 1001, formerly of the Harbour Tea Rooms")
            .street("1 Mill Lane, third courtyard, second staircase, the bell does not ring")
            .city("Turin")
            .postcode("10121")
            .country("IT")
            .build());
    for (int line = 0; line < PRODUCTS.size(); line++) {
      order.addLines(OrderLine.builder()
          .id(line + 1)
          .product(PRODUCTS.get(line))
          .quantity(2)
          .price(PRICE)
          .build());
    }
    return order.build();
  }

  static OrderV1 olderOrder() {
    OrderV1.Builder order = OrderV1.builder().id(1001);
    for (int line = 0; line < PRODUCTS.size(); line++) {
      order.addLines(OrderLineV1.builder().id(line + 1).quantity(2).price(PRICE).build());
    }
    return order.build();
  }

  static EventMetadata metadata(String routingKey, String orderingKey) {
    return new EventMetadata.Builder()
        .id(EventIds.uuidV7().next())
        .exchange("order")
        .routingKey(routingKey)
        .source(SERVICE)
        .time(Clock.systemUTC().instant())
        .orderingKey(orderingKey)
        .build();
  }

  /** The properties as the client has them from the broker: its texts are bytes. */
  static BasicProperties arrived(EventMetadata metadata) {
    BasicProperties written = new EventMessageWriter().properties(metadata);
    Map<String, Object> headers = new HashMap<>();
    written
        .getHeaders()
        .forEach(
            (name, value) -> headers.put(name, LongStringHelper.asLongString(value.toString())));
    return written.builder().headers(headers).build();
  }
}
