package dev.eventmanager.bridge.audit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.routing.Binding;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A RabbitMQ stream with the bindings of a route's queue: what was published, in its order, however
 * often it is read. Thread-safe.
 *
 * <p>Between two publishers that publish events of one key at the same moment the stream may have
 * another order than the queue: there is none to keep.
 */
public final class AuditStream {

  /** A stream drops its past by whole segments, so a small one keeps little more than it must. */
  private static final long SEGMENT_BYTES = 64L * 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A stream answers at once where it has something; where it has nothing it never does. */
  private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(3);

  private final String name;
  private final BrokerConnections connections;
  private final EventMessageReader reader;
  private final EventIds ids;

  /**
   * The stream beside a queue.
   *
   * @param reader gives an empty id to an event that has none
   * @param ids of the marks that this leaves in the stream where it looks for its end
   */
  public AuditStream(
      String queue, BrokerConnections connections, EventMessageReader reader, EventIds ids) {
    this.name = queue + ".audit";
    this.connections = connections;
    this.reader = reader;
    this.ids = ids;
  }

  /**
   * Declares it, unless it stands.
   *
   * @param kept for how long it keeps an event at least
   * @throws AuditException if the broker has no streams or something else under that name
   */
  public void declare(Set<Binding> bindings, Duration kept) {
    var connection = connections.consuming();
    if (!BrokerConnections.isRabbitMq(connection)) {
      throw new AuditException(
          "The stream %s needs RabbitMQ, and the broker is another: take bridge.routes[].audit out"
              .formatted(name));
    }
    try (Channel channel = connection.createChannel()) {
      channel.queueDeclare(name, true, false, false, arguments(kept));
      for (var binding : bindings) {
        channel.queueBind(name, binding.exchange(), binding.pattern().pattern());
      }
    } catch (IOException | TimeoutException e) {
      throw new AuditException(
          "The stream %s cannot be declared: %s. If it stands with another age, delete it or set bridge.routes[].audit to that one."
              .formatted(name, BrokerConnections.reasonOf(e)),
          e);
    }
  }

  private static Map<String, Object> arguments(Duration kept) {
    return Map.of(
        "x-queue-type",
        "stream",
        "x-max-age",
        kept.toSeconds() + "s",
        "x-stream-max-segment-size-bytes",
        SEGMENT_BYTES);
  }

  /** Its name on the broker. */
  public String name() {
    return name;
  }

  /** The offset behind everything that is in it now. Leaves a mark there, which is no event. */
  public long end() {
    return asked(
        connection -> StreamMarker.put(connection, name, String.valueOf(ids.next()), PATIENCE));
  }

  /** The offset of the first event that it still has, or {@code end} if it has none. */
  public long beginning(long end) {
    return asked(connection -> firstFrom(connection, "first", end));
  }

  /**
   * The offset of the first event that came to the broker at a time or later, by the broker's clock
   * and to the second; events of the same moment may be before it.
   *
   * @param end an offset that {@link #end} gave
   */
  public long offsetAt(Instant time, long end) {
    return asked(connection -> firstFrom(connection, Date.from(time), end));
  }

  private long firstFrom(Connection connection, Object from, long end)
      throws IOException, InterruptedException {
    try (var reading = new StreamReading(connection, name, from)) {
      return Math.min(
          end,
          reading.next(PATIENCE_AT_THE_END).map(StreamReading.Message::offset).orElse(end));
    }
  }

  /**
   * Reads the events from an offset up to another, which is not read itself.
   *
   * @param until not behind {@link #end}
   */
  public void read(long from, long until, Consumer<Kept> events) {
    if (from < until) {
      asked(connection -> readFrom(connection, from, until, events));
    }
  }

  private long readFrom(Connection connection, long from, long until, Consumer<Kept> events)
      throws IOException, InterruptedException {
    try (var reading = new StreamReading(connection, name, from)) {
      var message = next(reading);
      while (message.offset() < until) {
        if (message.offset() >= from && !StreamMarker.is(message)) {
          events.accept(new Kept(message.offset(), eventOf(message)));
        }
        message = next(reading);
      }
      return message.offset();
    }
  }

  private static StreamReading.Message next(StreamReading reading)
      throws IOException, InterruptedException {
    return reading
        .next(PATIENCE)
        .orElseThrow(() -> new IOException("it gave nothing for " + PATIENCE.toSeconds() + " s"));
  }

  private EncodedEvent eventOf(StreamReading.Message message) {
    return reader.read(message.envelope(), message.properties(), message.body());
  }

  private long asked(Question question) {
    try {
      return question.ask(connections.consuming());
    } catch (IOException e) {
      throw new AuditException(
          "The stream %s cannot be read: %s".formatted(name, BrokerConnections.reasonOf(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuditException("The reading of stream %s was interrupted".formatted(name), e);
    }
  }

  /** What the broker is asked. */
  private interface Question {
    long ask(Connection connection) throws IOException, InterruptedException;
  }
}
