package dev.eventmanager.testkit.foreign;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages off queues as they are, each acknowledged when it is taken. Not thread-safe.
 *
 * <pre>{@code
 * stranger.bind("audit", "order", "order.#");
 * Delivery message = stranger.take("audit");
 * }</pre>
 */
public final class ForeignSubscriber implements AutoCloseable {
  private static final int ONE_AT_A_TIME = 1;
  private static final long DEADLINE_SECONDS = 20;

  private final Connection connection;
  private final Channel channel;
  private final Map<String, BlockingQueue<Delivery>> deliveries = new HashMap<>();

  private ForeignSubscriber(Connection connection) throws IOException {
    this.connection = connection;
    this.channel = connection.createChannel();
    channel.basicQos(ONE_AT_A_TIME);
  }

  /**
   * Connects.
   *
   * @throws UncheckedIOException if the broker does not answer
   */
  public static ForeignSubscriber connect(ConnectionFactory factory) {
    try {
      return new ForeignSubscriber(factory.newConnection("foreign subscriber"));
    } catch (IOException | TimeoutException e) {
      throw new UncheckedIOException("the broker does not answer", new IOException(e));
    }
  }

  /** Declares a durable queue and binds it by a pattern to an exchange, which must be there. */
  public void bind(String queue, String exchange, String pattern) {
    try {
      channel.queueDeclare(queue, true, false, false, null);
      channel.queueBind(queue, exchange, pattern);
    } catch (IOException e) {
      throw new UncheckedIOException("queue \"%s\" cannot be bound".formatted(queue), e);
    }
  }

  /**
   * Takes the next message of a queue, and waits for it if need be.
   *
   * @throws AssertionError if none comes within 20 seconds
   */
  public Delivery take(String queue) {
    try {
      Delivery next = deliveries(queue).poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError(
            "no message on queue \"%s\" within %d s".formatted(queue, DEADLINE_SECONDS));
      }
      channel.basicAck(next.getEnvelope().getDeliveryTag(), false);
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException("queue \"%s\" cannot be read".formatted(queue), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a message", e);
    }
  }

  @Override
  public void close() {
    connection.abort();
  }

  private BlockingQueue<Delivery> deliveries(String queue) throws IOException {
    @Nullable BlockingQueue<Delivery> known = deliveries.get(queue);
    if (known != null) {
      return known;
    }
    BlockingQueue<Delivery> taken = new LinkedBlockingQueue<>();
    channel.basicConsume(queue, false, (tag, message) -> taken.add(message), tag -> {});
    deliveries.put(queue, taken);
    return taken;
  }
}
