package dev.eventmanager.rabbit.consume;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.util.Map;
import java.util.stream.Stream;

/** How often the broker has delivered a message before, where it counts; quorum queues do. */
final class DeliveryCount {

  /** From RabbitMQ 4 on the first, which counts every delivery; before, there is the second. */
  private static final String ACQUIRED = "x-acquired-count";

  private static final String DELIVERED = "x-delivery-count";

  private DeliveryCount() {}

  static int of(BasicProperties properties) {
    Map<String, Object> headers = properties.getHeaders();
    return headers == null
        ? 0
        : Stream.of(ACQUIRED, DELIVERED)
            .map(headers::get)
            .filter(Number.class::isInstance)
            .mapToInt(count -> ((Number) count).intValue())
            .max()
            .orElse(0);
  }
}
