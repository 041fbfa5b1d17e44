package dev.eventmanager.testkit.foreign;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;

/**
 * Publishes what it is told, with nothing added: exchange, routing key, body. Not thread-safe.
 *
 * <pre>{@code
 * foreign.publish("order", "order.v1.submit", "{\"id\":1,\"lines\":[]}");
 * }</pre>
 */
public final class ForeignPublisher implements AutoCloseable {
  private static final long CONFIRM_MILLIS = 20_000;
  private static final BasicProperties NONE = new BasicProperties();

  private final Connection connection;
  private final Channel channel;

  private ForeignPublisher(Connection connection) throws IOException {
    this.connection = connection;
    this.channel = connection.createChannel();
    channel.confirmSelect();
  }

  /**
   * Connects.
   *
   * @throws UncheckedIOException if the broker does not answer
   */
  public static ForeignPublisher connect(ConnectionFactory factory) {
    try {
      return new ForeignPublisher(factory.newConnection("foreign publisher"));
    } catch (IOException | TimeoutException e) {
      throw new UncheckedIOException("the broker does not answer", new IOException(e));
    }
  }

  /** Publishes a body without any property; returns once the broker has confirmed it. */
  public void publish(String exchange, String routingKey, String body) {
    publish(exchange, routingKey, NONE, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Publishes a message; returns once the broker has confirmed it. */
  public void publish(String exchange, String routingKey, BasicProperties properties, byte[] body) {
    try {
      channel.basicPublish(exchange, routingKey, properties, body);
      channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
    } catch (IOException | TimeoutException e) {
      throw new UncheckedIOException(
          "exchange \"%s\" did not take \"%s\"".formatted(exchange, routingKey),
          new IOException(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the confirm", e);
    }
  }

  @Override
  public void close() {
    connection.abort();
  }
}
