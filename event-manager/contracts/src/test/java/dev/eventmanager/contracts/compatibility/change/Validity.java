package dev.eventmanager.contracts.compatibility.change;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the validator says of an event that one schema's writer sends and another's reader gets. */
final class Validity {

  private final com.networknt.schema.Schema writing;
  private final com.networknt.schema.Schema ownReading;
  private final com.networknt.schema.Schema reading;

  Validity(ObjectNode writer, ObjectNode reader) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    this.writing = registry.getSchema(closed(writer.deepCopy()));
    this.ownReading = registry.getSchema(writer);
    this.reading = registry.getSchema(reader);
  }

  /** Written strictly, and read by those of the same version. */
  boolean wasValid(JsonNode value) {
    return isValid(writing, value) && isValid(ownReading, value);
  }

  boolean isRead(JsonNode value) {
    return isValid(reading, value);
  }

  private static boolean isValid(com.networknt.schema.Schema schema, JsonNode value) {
    return schema
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .isEmpty();
  }

  /** Lets no object have a field that it does not declare. */
  private static JsonNode closed(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.valueStream().forEach(Validity::closed);
    return schema;
  }
}
