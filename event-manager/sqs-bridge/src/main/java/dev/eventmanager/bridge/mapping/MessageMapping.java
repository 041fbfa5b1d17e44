package dev.eventmanager.bridge.mapping;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.Twins;
import dev.eventmanager.codec.EncodedEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
 *       {@code causationid}, {@code traceparent}, {@code tracestate}, {@code twins}, and with
 *       them {@code exchange}. Absent metadata has no attribute. What exceeds ten attributes or has characters
 *       SQS does not take is found in {@code more}, a JSON object of names and values.
 * </ul>
 */
public final class MessageMapping {

  private final AttributePacking packing = new AttributePacking();

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
        .twins(Optional.ofNullable(values.get("twins")).flatMap(Twins::parse))
        .build();
    return new EncodedEvent(metadata, BodyEncoding.named(values.get("encoding")).decode(body));
  }

  private static Map<String, String> attributes(EventMetadata event, Optional<String> encoding) {
    var values = new LinkedHashMap<String, String>();
    values.put("id", event.id());
    values.put("type", event.routingKey());
    values.put("exchange", event.exchange());
    values.put("subject", event.orderingKey());
    values.put("time", event.time().toString());
    encoding.ifPresent(e -> values.put("encoding", e));
    Optional.of(event.source()).filter(s -> !s.isEmpty()).ifPresent(s -> values.put("source", s));
    event.correlationId().ifPresent(id -> values.put("correlationid", id));
    event.causationId().ifPresent(id -> values.put("causationid", id));
    event.traceparent().ifPresent(parent -> values.put("traceparent", parent));
    event.tracestate().ifPresent(state -> values.put("tracestate", state));
    event.twins().ifPresent(twins -> values.put("twins", twins.toString()));
    return values;
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
