package dev.eventmanager.testkit.service;

import dev.eventmanager.Event;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventType;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.contracts.sample.SampleCheck;
import dev.eventmanager.contracts.schema.EventSchema;
import dev.eventmanager.routing.RoutingKey;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the contract files hold of one version of an event.
 *
 * @param file where the payload stands, for messages
 * @param body the payload as it stands in the file
 */
record Sample(
    EventType<?> type,
    int version,
    EventSchema schema,
    String file,
    JsonNode payload,
    byte[] body) {

  RoutingKey key() {
    return type.routingKey(version);
  }

  /** What is wrong with it; empty if nothing is. */
  List<String> problems(EventCodec codec) {
    return new SampleCheck(codec).problems(type, version, schema, payload);
  }

  /** The event that it is, with the newest payload. */
  Event<?> event(EventCodec codec, String id) {
    EventMetadata metadata = new EventMetadata.Builder()
        .id(id)
        .exchange(type.exchange().name())
        .routingKey(key().toString())
        .source("")
        .time(Instant.EPOCH)
        .orderingKey(codec.orderingKey(key().toString(), body).orElse(id))
        .build();
    return codec.decode(new EncodedEvent(metadata, body));
  }
}
