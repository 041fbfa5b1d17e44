package dev.eventmanager.contracts.sample;

import dev.eventmanager.contracts.schema.EventSchema;
import dev.eventmanager.contracts.schema.NoSchemaException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a payload that is valid for a schema, with a value in every field. Immutable and
 * thread-safe.
 *
 * <p>It knows the keywords that {@link dev.eventmanager.contracts.schema.PayloadSchemas} writes.
 */
public final class SampleMaker {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Map<String, String> TEXTS = Map.of(
      "date-time", "2026-01-02T03:04:05Z",
      "date", "2026-01-02",
      "uuid", "01970000-0000-7000-8000-000000000001",
      "uri-reference", "https://example.org/1");

  /**
   * A sample of what the schema describes.
   *
   * @throws NoSchemaException if nothing is, since it contains itself without end
   */
  public JsonNode sample(EventSchema schema) {
    JsonNode json = schema.json();
    return new Making(json, List.of("#")).value(json);
  }

  /**
   * The making of one value.
   *
   * @param around the references that were followed to get here, the whole first
   */
  private record Making(JsonNode root, List<String> around) {

    JsonNode value(JsonNode schema) {
      if (schema.has("$ref")) {
        return follow(schema.get("$ref").asString());
      }
      if (isInsideItself() && mayBeNull(schema)) {
        return JSON.nullNode();
      }
      if (schema.has("anyOf")) {
        return value(schema.get("anyOf").get(0));
      }
      return schema.has("enum") ? schema.get("enum").get(0) : ofType(schema);
    }

    private JsonNode follow(String reference) {
      if (isInsideItself() && around.contains(reference)) {
        throw new NoSchemaException(
            "event %s: its payload contains itself without end; make the field optional, or a list"
                .formatted(root.path("title").asString()));
      }
      List<String> further = new ArrayList<>(around);
      further.add(reference);
      JsonNode referred = reference.equals("#") ? root : root.at(reference.substring(1));
      return new Making(root, further).value(referred);
    }

    /** Where all that need not be there is left out, so that it ends. */
    private boolean isInsideItself() {
      return Set.copyOf(around).size() < around.size();
    }

    private JsonNode ofType(JsonNode schema) {
      return switch (firstType(schema)) {
        case "object" -> object(schema);
        case "array" -> array(schema);
        case "string" -> JSON.stringNode(text(schema));
        case "integer" -> JSON.numberNode(1);
        case "number" -> JSON.numberNode(new BigDecimal("1.5"));
        case "boolean" -> JSON.booleanNode(true);
        default -> JSON.objectNode();
      };
    }

    private JsonNode object(JsonNode schema) {
      ObjectNode object = JSON.objectNode();
      schema
          .path("properties")
          .properties()
          .forEach(field -> object.set(field.getKey(), value(field.getValue())));
      if (schema.path("additionalProperties").isObject() && !isInsideItself()) {
        JsonNode names = schema.path("propertyNames");
        String name = names.isObject() ? value(names).asString() : "key";
        object.set(name, value(schema.get("additionalProperties")));
      }
      return object;
    }

    private ArrayNode array(JsonNode schema) {
      ArrayNode array = JSON.arrayNode();
      return isInsideItself() ? array : array.add(value(schema.path("items")));
    }
  }

  private static boolean mayBeNull(JsonNode schema) {
    return schema.has("anyOf") || schema.path("type").isArray();
  }

  private static String text(JsonNode schema) {
    if (schema.has("examples")) {
      return schema.get("examples").get(0).asString();
    }
    if (schema.has("contentEncoding")) {
      return "AQID";
    }
    if (schema.has("maxLength")) {
      return "a";
    }
    return TEXTS.getOrDefault(schema.path("format").asString(""), "text");
  }

  private static String firstType(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.get(0).asString() : type.asString("");
  }
}
