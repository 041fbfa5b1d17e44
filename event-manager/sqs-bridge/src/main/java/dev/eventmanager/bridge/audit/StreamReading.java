package dev.eventmanager.bridge.audit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One reader of a stream, from a place on; the stream stays as it is. Confined to one thread. */
final class StreamReading implements AutoCloseable {

  private static final String OFFSET = "x-stream-offset";
  private static final int IN_HAND = 1_000;
  private static final long LOOK_AGAIN_MILLIS = 200;

  private final Channel channel;
  private final BlockingQueue<Message> delivered = new LinkedBlockingQueue<>();

  /** {@code from} is an offset, a date, or a word that the broker knows. */
  StreamReading(Connection connection, String stream, Object from) throws IOException {
    channel = Optional.ofNullable(connection.createChannel())
        .orElseThrow(
            () -> new IOException("the connection has no channel left; raise channel-max"));
    channel.basicQos(IN_HAND);
    channel.basicConsume(stream, false, Map.of(OFFSET, from), new Taking(channel));
  }

  /** A message of the stream. */
  @SuppressWarnings("ArrayRecordComponent")
  record Message(long offset, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {

    boolean has(String header, String value) {
      var headers = properties.getHeaders();
      return headers != null && value.equals(String.valueOf(headers.get(header)));
    }

    boolean has(String header) {
      var headers = properties.getHeaders();
      return headers != null && headers.containsKey(header);
    }
  }

  /** The next message; empty if none came for so long. */
  Optional<Message> next(Duration patience) throws IOException, InterruptedException {
    var end = System.nanoTime() + patience.toNanos();
    Message message = null;
    while (message == null && System.nanoTime() < end) {
      message = delivered.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      if (message == null && !channel.isOpen()) {
        throw new IOException("the channel was closed: " + channel.getCloseReason());
      }
    }
    if (message != null) {
      channel.basicAck(message.envelope().getDeliveryTag(), false);
    }
    return Optional.ofNullable(message);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException | TimeoutException | RuntimeException alreadyLost) {
      // It is only to be gone.
    }
  }

  /** Takes what the connection's thread delivers; at most as many as are in hand. */
  private final class Taking extends DefaultConsumer {

    Taking(Channel channel) {
      super(channel);
    }

    @Override
    public void handleDelivery(
        String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
      // RabbitMQ puts it on every message of a stream.
      var offset = (Number) Objects.requireNonNull(properties.getHeaders().get(OFFSET));
      delivered.add(new Message(offset.longValue(), envelope, properties, body));
    }
  }
}
