package dev.eventmanager.contracts.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Closes every object of a schema that declares its fields to all other fields. */
final class ClosedObjects {

  private static final List<String> SCHEMAS_BY_NAME = List.of("properties", "$defs");
  private static final List<String> SCHEMAS_IN_LIST = List.of("anyOf", "oneOf", "allOf");
  private static final List<String> ONE_SCHEMA = List.of("items", "additionalProperties");

  private ClosedObjects() {}

  static JsonNode of(JsonNode schema) {
    JsonNode closed = schema.deepCopy();
    close(closed);
    return closed;
  }

  /** Follows the keywords that hold schemas, so that a field that is called as one is no trap. */
  private static void close(JsonNode schema) {
    if (!(schema instanceof ObjectNode object)) {
      return;
    }
    if (object.has("properties") && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    SCHEMAS_BY_NAME.forEach(keyword -> object.path(keyword).forEach(ClosedObjects::close));
    SCHEMAS_IN_LIST.forEach(keyword -> object.path(keyword).forEach(ClosedObjects::close));
    ONE_SCHEMA.forEach(keyword -> close(object.path(keyword)));
  }
}
