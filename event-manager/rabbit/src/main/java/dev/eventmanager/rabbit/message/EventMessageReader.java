package dev.eventmanager.rabbit.message;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.LongString;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.Twins;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.routing.RoutingKey;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads any AMQP message as an event. Thread-safe.
 *
 * <p>Nothing is refused here: what a message lacks is derived and reported, and the body is not
 * looked at unless it has to give the ordering key.
 */
public final class EventMessageReader {

  /** All headers of a message have to fit into one frame when it is published on, say to be parked. */
  private static final int LONGEST_TEXT = 2_048;

  private final EventCodec codec;
  private final EventIds ids;
  private final Clock clock;
  private final Consumer<MetadataPart> derived;

  /**
   * A reader.
   *
   * @param codec knows how the declared events are keyed; one without events will do where none is
   *     known
   * @param derived told of each part that a message lacked, to be counted; must be thread-safe
   */
  public EventMessageReader(
      EventCodec codec, EventIds ids, Clock clock, Consumer<MetadataPart> derived) {
    this.codec = codec;
    this.ids = ids;
    this.clock = clock;
    this.derived = derived;
  }

  /** The event that a message carries. Never fails, whatever the message is. */
  public EncodedEvent read(Envelope envelope, BasicProperties properties, byte[] body) {
    Map<String, Object> headers = Optional.ofNullable(properties.getHeaders()).orElse(Map.of());
    Address address = address(envelope, properties);
    String id = id(headers, properties);
    EventMetadata.Builder metadata = new EventMetadata.Builder()
        .id(id)
        .exchange(address.exchange())
        .routingKey(address.routingKey())
        .source(source(headers, properties))
        .time(time(headers, properties))
        .orderingKey(orderingKey(headers, address, body, id));
    correlationId(headers, properties).ifPresent(metadata::correlationId);
    attribute(headers, Headers.CAUSATION_ID).ifPresent(metadata::causationId);
    header(headers, Headers.TRACEPARENT).ifPresent(metadata::traceparent);
    header(headers, Headers.TRACESTATE).ifPresent(metadata::tracestate);
    attribute(headers, Headers.TWINS).flatMap(Twins::parse).ifPresent(metadata::twins);
    return new EncodedEvent(metadata.build(), body);
  }

  /**
   * Where it was published to. A message that reached its queue by the default exchange (moved or
   * replayed by hand) has lost that, but its type remembers.
   */
  private static Address address(Envelope envelope, BasicProperties properties) {
    if (envelope.getExchange().isEmpty() && properties.getType() != null) {
      Optional<RoutingKey> original = RoutingKey.parse(properties.getType());
      if (original.isPresent()) {
        return new Address(original.get().exchange(), properties.getType());
      }
    }
    return new Address(envelope.getExchange(), envelope.getRoutingKey());
  }

  private String id(Map<String, Object> headers, BasicProperties properties) {
    return attribute(headers, Headers.ID)
        .or(() -> text(properties.getMessageId()))
        .orElseGet(() -> {
          derived.accept(MetadataPart.ID);
          return ids.next();
        });
  }

  private static String source(Map<String, Object> headers, BasicProperties properties) {
    return attribute(headers, Headers.SOURCE)
        .or(() -> text(properties.getAppId()))
        .orElse("");
  }

  private static Optional<String> correlationId(
      Map<String, Object> headers, BasicProperties properties) {
    return attribute(headers, Headers.CORRELATION_ID).or(() -> text(properties.getCorrelationId()));
  }

  private Instant time(Map<String, Object> headers, BasicProperties properties) {
    return attribute(headers, Headers.TIME)
        .flatMap(EventMessageReader::parse)
        .or(() -> Optional.ofNullable(properties.getTimestamp()).map(Date::toInstant))
        .orElseGet(() -> {
          derived.accept(MetadataPart.TIME);
          return clock.instant();
        });
  }

  private String orderingKey(Map<String, Object> headers, Address address, byte[] body, String id) {
    return attribute(headers, Headers.SUBJECT).orElseGet(() -> {
      derived.accept(MetadataPart.ORDERING_KEY);
      return codec
          .orderingKey(address.routingKey(), body)
          .filter(key -> key.length() <= LONGEST_TEXT)
          .orElse(id);
    });
  }

  private static Optional<Instant> parse(String time) {
    try {
      return Optional.of(Instant.parse(time));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  private static Optional<String> attribute(Map<String, Object> headers, String name) {
    Optional<String> value = header(headers, name);
    return value.isPresent()
        ? value
        : header(headers, Headers.OTHER_PREFIX + name.substring(Headers.PREFIX.length()));
  }

  private static Optional<String> header(Map<String, Object> headers, String name) {
    return text(headers.get(name));
  }

  /** A text, number or the like; what is empty, binary, nested or far too long is taken for absent. */
  private static Optional<String> text(@Nullable Object value) {
    return Optional.ofNullable(value)
        .filter(EventMessageReader::isScalar)
        .map(Object::toString)
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_TEXT);
  }

  private static boolean isScalar(Object value) {
    return value instanceof LongString
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean;
  }

  private record Address(String exchange, String routingKey) {}
}
