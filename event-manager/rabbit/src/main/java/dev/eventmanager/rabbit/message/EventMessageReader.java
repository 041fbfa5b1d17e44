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
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads any AMQP message as an event. Thread-safe.
 *
 * <p>Nothing is refused here: what a message lacks is derived and reported, and the body is not
 * looked at unless it has to give the ordering key. Headers that the wire contract does not know are
 * kept as the event's {@linkplain EventMetadata#headers headers}.
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
    Map<String, Object> headers =
        properties.getHeaders() == null ? Map.of() : properties.getHeaders();
    Address address = address(envelope, properties);
    String id = id(headers, properties);
    EventMetadata metadata = new EventMetadata.Builder()
        .id(id)
        .exchange(address.exchange())
        .routingKey(address.routingKey())
        .source(orElse(attribute(headers, Headers.SOURCE, properties.getAppId()), ""))
        .time(time(headers, properties))
        .orderingKey(orderingKey(headers, address, body, id))
        .correlationId(Optional.ofNullable(
            attribute(headers, Headers.CORRELATION_ID, properties.getCorrelationId())))
        .causationId(Optional.ofNullable(attribute(headers, Headers.CAUSATION_ID)))
        .traceparent(Optional.ofNullable(header(headers, Headers.TRACEPARENT)))
        .tracestate(Optional.ofNullable(header(headers, Headers.TRACESTATE)))
        .origin(Optional.ofNullable(attribute(headers, Headers.ORIGIN)))
        .twins(Optional.ofNullable(attribute(headers, Headers.TWINS)).flatMap(Twins::parse))
        .headers(ForeignHeaders.read(headers, () -> derived.accept(MetadataPart.HEADER)))
        .build();
    return new EncodedEvent(metadata, body);
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
    String id = attribute(headers, Headers.ID, properties.getMessageId());
    if (id == null) {
      derived.accept(MetadataPart.ID);
      return ids.next();
    }
    return id;
  }

  private Instant time(Map<String, Object> headers, BasicProperties properties) {
    String text = attribute(headers, Headers.TIME);
    Instant time = text == null ? null : TimeText.parse(text);
    if (time == null && properties.getTimestamp() != null) {
      time = properties.getTimestamp().toInstant();
    }
    if (time == null) {
      derived.accept(MetadataPart.TIME);
      return clock.instant();
    }
    return time;
  }

  private String orderingKey(Map<String, Object> headers, Address address, byte[] body, String id) {
    String subject = attribute(headers, Headers.SUBJECT);
    if (subject == null) {
      derived.accept(MetadataPart.ORDERING_KEY);
      return codec
          .orderingKey(address.routingKey(), body)
          .filter(key -> key.length() <= LONGEST_TEXT)
          .orElse(id);
    }
    return subject;
  }

  private static @Nullable String attribute(
      Map<String, Object> headers, String name, @Nullable String property) {
    String value = attribute(headers, name);
    return value == null ? text(property) : value;
  }

  private static @Nullable String attribute(Map<String, Object> headers, String name) {
    String value = header(headers, name);
    return value == null ? header(headers, Headers.underOtherPrefix(name)) : value;
  }

  private static @Nullable String header(Map<String, Object> headers, String name) {
    return text(headers.get(name));
  }

  private static String orElse(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  /** A text, number or the like; what is empty, binary, nested or far too long is taken for absent. */
  private static @Nullable String text(@Nullable Object value) {
    if (value == null || !isScalar(value)) {
      return null;
    }
    String text = value.toString();
    return text.isEmpty() || text.length() > LONGEST_TEXT ? null : text;
  }

  private static boolean isScalar(Object value) {
    return value instanceof LongString
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean;
  }

  private record Address(String exchange, String routingKey) {}
}
