package dev.eventmanager.bridge.audit;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Connection;
import dev.eventmanager.bridge.audit.StreamReading.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * A message that is no event, put at the end of a stream to find that end: a stream does not tell
 * where it is, and who only waits for more cannot know that there is none.
 */
final class StreamMarker {

  private static final String HEADER = "audit:marker";
  private static final int PERSISTENT = 2;

  private StreamMarker() {}

  static boolean is(Message message) {
    return message.has(HEADER);
  }

  /** Puts one there and returns its offset. */
  static long put(Connection connection, String stream, String id, Duration patience)
      throws IOException, InterruptedException {
    try (var reading = new StreamReading(connection, stream, "next")) {
      publish(connection, stream, id);
      var message = reading.next(patience);
      while (message.isPresent() && !message.get().has(HEADER, id)) {
        message = reading.next(patience);
      }
      return message
          .orElseThrow(() -> new IOException("it does not give back what was put there"))
          .offset();
    }
  }

  private static void publish(Connection connection, String stream, String id) throws IOException {
    var properties = new BasicProperties.Builder()
        .deliveryMode(PERSISTENT)
        .headers(Map.of(HEADER, id))
        .build();
    try (var channel = connection.createChannel()) {
      channel.basicPublish("", stream, properties, new byte[0]);
    } catch (TimeoutException e) {
      throw new IOException(e);
    }
  }
}
