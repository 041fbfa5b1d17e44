package dev.eventmanager.local.demo;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;

/**
 * Publishes as the article's own program would: an exchange, a routing key and JSON, and no header
 * at all.
 */
public final class ForeignPublisher {

  private static final long CONFIRM_LIMIT_MILLIS = 10_000;

  private final Connection connection;

  public ForeignPublisher(Connection connection) {
    this.connection = connection;
  }

  /** Publishes {@code order.v1.submit}, and returns when the broker has it. */
  public void submit(String body) throws IOException {
    try (Channel channel = connection.createChannel()) {
      channel.confirmSelect();
      channel.basicPublish(
          "order",
          "order.v1.submit",
          new AMQP.BasicProperties(),
          body.getBytes(StandardCharsets.UTF_8));
      channel.waitForConfirmsOrDie(CONFIRM_LIMIT_MILLIS);
    } catch (TimeoutException e) {
      throw new IOException("the broker did not confirm order.v1.submit in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while order.v1.submit was published", e);
    }
  }
}
