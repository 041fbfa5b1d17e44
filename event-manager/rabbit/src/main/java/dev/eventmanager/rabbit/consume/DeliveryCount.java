package dev.eventmanager.rabbit.consume;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        : Math.max(number(headers.get(ACQUIRED)), number(headers.get(DELIVERED)));
  }

  private static int number(@Nullable Object count) {
    return count instanceof Number number ? number.intValue() : 0;
  }
}
