package dev.eventmanager.contracts.compatibility.change;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of a schema what only explains, so that two that admit the same are mostly equal. */
final class Keywords {

  private static final Set<String> EXPLAINING = Set.of(
      "$comment",
      "$defs",
      "default",
      "deprecated",
      "description",
      "examples",
      "readOnly",
      "title",
      "writeOnly");

  private static final Set<String> WITH_SCHEMA = Set.of(
      "additionalProperties",
      "contains",
      "else",
      "if",
      "items",
      "not",
      "propertyNames",
      "then",
      "unevaluatedItems",
      "unevaluatedProperties");

  private static final Set<String> WITH_LIST = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

  private static final Set<String> WITH_MAP =
      Set.of("dependentSchemas", "patternProperties", "properties");

  private Keywords() {}

  /** As an object: {@code true} is {@code {}}, and {@code false} is {@code {"not": {}}}. */
  static ObjectNode of(JsonNode schema) {
    ObjectNode keywords = JsonNodeFactory.instance.objectNode();
    if (schema.isBoolean() && !schema.booleanValue()) {
      keywords.putObject("not");
    }
    schema.properties().stream()
        .filter(keyword -> !EXPLAINING.contains(keyword.getKey()))
        .forEach(
            keyword -> keywords.set(keyword.getKey(), value(keyword.getKey(), keyword.getValue())));
    return keywords;
  }

  private static JsonNode value(String keyword, JsonNode value) {
    if (WITH_SCHEMA.contains(keyword)) {
      return of(value);
    }
    if (WITH_LIST.contains(keyword)) {
      return list(value);
    }
    return WITH_MAP.contains(keyword) ? map(value) : value;
  }

  private static JsonNode list(JsonNode schemas) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    schemas.forEach(schema -> list.add(of(schema)));
    return list;
  }

  private static JsonNode map(JsonNode schemas) {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    schemas.properties().forEach(entry -> map.set(entry.getKey(), of(entry.getValue())));
    return map;
  }
}
