package dev.eventmanager.sqs.mapping;

import dev.eventmanager.EventHeaders;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.Twins;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.HeaderCodec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Maps an event to an SQS message and back, losing nothing. Thread-safe.
 *
 * <ul>
 *   <li>The message group is the ordering key, the deduplication id is the event id; where SQS does
 *       not take one of them (1 to 128 ASCII letters, digits, punctuation), {@code h-} and its
 *       SHA-256 in hex.
 *   <li>The body is the event's, byte for byte; with an attribute {@code encoding} where SQS does
 *       not take it: {@code base64}, or {@code empty} for no bytes.
 *   <li>The attributes bear the names of CloudEvents: {@code id}, {@code type} (the routing key),
 *       {@code source}, {@code subject} (the ordering key), {@code time}, {@code correlationid},
 *       {@code causationid}, {@code traceparent}, {@code tracestate}, {@code origin}, {@code
 *       twins}, and with them {@code exchange}. Absent metadata has no attribute. What exceeds ten
 *       attributes or has characters SQS does not take is found in {@code more}, a JSON object of
 *       names and values.
 *   <li>All headers of another publisher are in one attribute, {@code headers}, as {@link
 *       HeaderCodec} writes them: so they need no names that SQS takes, and none is taken for one of
 *       ours.
 *   <li>The attribute {@code possibleduplicate} is {@code true} on a message that may be a second
 *       copy of one the queue has, or had, already. It says nothing of the event.
 * </ul>
 */
public final class MessageMapping {

  /** The attribute of a message that may be a second copy. */
  public static final String POSSIBLE_DUPLICATE = "possibleduplicate";

  private static final String HEADERS = "headers";

  /** The names of all attributes that are ours. */
  static final Set<String> ATTRIBUTES = Set.of(
      "id",
      "type",
      "exchange",
      "subject",
      "time",
      "encoding",
      HEADERS,
      "source",
      "correlationid",
      "causationid",
      "traceparent",
      "tracestate",
      "origin",
      "twins",
      POSSIBLE_DUPLICATE,
      MirrorMessage.CLAIMED_SIZE,
      AttributePacking.MORE);

  private final AttributePacking packing = new AttributePacking();
  private final HeaderCodec headers = new HeaderCodec();

  /** The message for an event. It may be larger than the queue allows: see its size. */
  public MirrorMessage toMessage(EncodedEvent event) {
    var metadata = event.metadata();
    var body = BodyEncoding.encode(event.body());
    return new MirrorMessage(
        SqsId.of(metadata.orderingKey()),
        SqsId.of(metadata.id()),
        body.text(),
        packing.pack(attributes(metadata, Optional.ofNullable(body.encoding().attribute()))));
  }

  /**
   * The message that stands for one whose body is kept elsewhere: the same but for its body, and for
   * an attribute {@value MirrorMessage#CLAIMED_SIZE}.
   *
   * @param claim says where the body is
   */
  public MirrorMessage claimed(MirrorMessage message, String claim) {
    var values = new LinkedHashMap<String, String>();
    values.put(MirrorMessage.CLAIMED_SIZE, String.valueOf(SqsText.size(message.body())));
    values.putAll(packing.unpack(message.attributes()));
    return new MirrorMessage(
        message.groupId(), message.deduplicationId(), claim, packing.pack(values));
  }

  /** The same message, with {@code true} as the attribute {@value #POSSIBLE_DUPLICATE}. */
  public MirrorMessage flagged(MirrorMessage message) {
    var values = new LinkedHashMap<String, String>();
    values.put(POSSIBLE_DUPLICATE, "true");
    values.putAll(packing.unpack(message.attributes()));
    return new MirrorMessage(
        message.groupId(), message.deduplicationId(), message.body(), packing.pack(values));
  }

  /** The event that a message of this mapping holds. */
  public EncodedEvent toEvent(String body, Map<String, String> attributes) {
    var values = packing.unpack(attributes);
    var metadata = new EventMetadata.Builder()
        .id(required(values, "id"))
        .routingKey(required(values, "type"))
        .exchange(required(values, "exchange"))
        .orderingKey(required(values, "subject"))
        .time(Instant.parse(required(values, "time")))
        .source(values.getOrDefault("source", ""))
        .correlationId(Optional.ofNullable(values.get("correlationid")))
        .causationId(Optional.ofNullable(values.get("causationid")))
        .traceparent(Optional.ofNullable(values.get("traceparent")))
        .tracestate(Optional.ofNullable(values.get("tracestate")))
        .origin(Optional.ofNullable(values.get("origin")))
        .twins(Optional.ofNullable(values.get("twins")).flatMap(Twins::parse))
        .headers(headers(values))
        .build();
    return new EncodedEvent(metadata, BodyEncoding.named(values.get("encoding")).decode(body));
  }

  private Map<String, String> attributes(EventMetadata event, Optional<String> encoding) {
    var values = new LinkedHashMap<String, String>();
    values.put("id", event.id());
    values.put("type", event.routingKey());
    values.put("exchange", event.exchange());
    values.put("subject", event.orderingKey());
    values.put("time", event.time().toString());
    encoding.ifPresent(e -> values.put("encoding", e));
    if (!event.headers().isEmpty()) {
      values.put(HEADERS, headers.encode(event.headers()));
    }
    Optional.of(event.source()).filter(s -> !s.isEmpty()).ifPresent(s -> values.put("source", s));
    event.correlationId().ifPresent(id -> values.put("correlationid", id));
    event.causationId().ifPresent(id -> values.put("causationid", id));
    event.traceparent().ifPresent(parent -> values.put("traceparent", parent));
    event.tracestate().ifPresent(state -> values.put("tracestate", state));
    event.origin().ifPresent(origin -> values.put("origin", origin));
    event.twins().ifPresent(twins -> values.put("twins", twins.toString()));
    return values;
  }

  private EventHeaders headers(Map<String, String> values) {
    try {
      return Optional.ofNullable(values.get(HEADERS))
          .map(headers::decode)
          .orElse(EventHeaders.NONE);
    } catch (IllegalArgumentException misfit) {
      throw new IllegalArgumentException(
          "The message attribute '%s' cannot be read: %s".formatted(HEADERS, misfit.getMessage()),
          misfit);
    }
  }

  private static String required(Map<String, String> values, String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "No attribute '%s': the message is not from this bridge. It has %s"
              .formatted(name, values.keySet()));
    }
    return value;
  }
}
