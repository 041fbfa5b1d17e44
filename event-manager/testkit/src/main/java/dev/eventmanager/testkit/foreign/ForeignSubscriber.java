package dev.eventmanager.testkit.foreign;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Takes messages off queues as they are, one at a time. Not thread-safe. */
public final class ForeignSubscriber implements AutoCloseable {
  private final Connection connection;
  private final Channel channel;

  private ForeignSubscriber(Connection connection) throws IOException {
    this.connection = connection;
    this.channel = connection.createChannel();
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

  /** Declares a durable queue and binds it by a pattern, which the exchange must be there for. */
  public void bind(String queue, String exchange, String pattern) {
    try {
      channel.queueDeclare(queue, true, false, false, null);
      channel.queueBind(queue, exchange, pattern);
    } catch (IOException e) {
      throw new UncheckedIOException("queue \"%s\" cannot be bound".formatted(queue), e);
    }
  }

  /** Takes the first message off a queue; empty if there is none now. */
  public Optional<GetResponse> take(String queue) {
    try {
      return Optional.ofNullable(channel.basicGet(queue, true));
    } catch (IOException e) {
      throw new UncheckedIOException("queue \"%s\" cannot be read".formatted(queue), e);
    }
  }

  /** How many messages of a queue wait to be delivered. */
  public long count(String queue) {
    try {
      return channel.messageCount(queue);
    } catch (IOException e) {
      throw new UncheckedIOException("queue \"%s\" cannot be read".formatted(queue), e);
    }
  }

  @Override
  public void close() {
    connection.abort();
  }
}
