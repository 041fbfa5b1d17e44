package dev.eventmanager.contracts.schema;

import dev.eventmanager.EventType;
import dev.eventmanager.codec.EventCodec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the schema of each declared version from the codec's own view of its payload, so that it
 * says what is written and nothing else. Thread-safe.
 */
public final class PayloadSchemas {

  private final EventCodec codec;

  public PayloadSchemas(EventCodec codec) {
    this.codec = codec;
  }

  /**
   * The schema of an event in one of its versions.
   *
   * @throws NoSchemaException if none can be made of the payload's type; says of which field
   */
  public EventSchema of(EventType<?> event, int version) {
    String key = event.routingKey(version).toString();
    Class<?> payloadType = event.payloadType(version).orElseThrow();
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", EventSchema.DIALECT);
    schema.put("title", key);
    if (version == event.version() && !event.description().isEmpty()) {
      schema.put("description", event.description());
    }
    describe(key, payloadType).properties().forEach(keyword -> {
      if (!schema.has(keyword.getKey())) {
        schema.set(keyword.getKey(), keyword.getValue());
      }
    });
    return new EventSchema(key, schema);
  }

  private ObjectNode describe(String key, Class<?> payloadType) {
    try {
      PayloadWalk walk = new PayloadWalk();
      return walk.root(visitor -> codec.describe(payloadType, visitor));
    } catch (IllegalArgumentException impossible) {
      throw new NoSchemaException(
          "event %s: no schema can be made of its payload %s: %s"
              .formatted(key, payloadType.getName(), impossible.getMessage()),
          impossible);
    }
  }
}
