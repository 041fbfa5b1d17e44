package dev.eventmanager.contracts.compatibility.change;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes values up that a schema mostly admits, and that are often at the edge of it. */
final class RandomValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> TYPES =
      List.of("object", "array", "string", "integer", "number", "boolean", "null");

  private final Random random;
  private final JsonNode document;

  RandomValues(Random random, JsonNode document) {
    this.random = random;
    this.document = document;
  }

  JsonNode value() {
    return value(document, 6);
  }

  private JsonNode value(JsonNode schema, int depth) {
    if (depth == 0 || schema.isBoolean()) {
      return pick(List.of(JSON.nullNode(), JSON.stringNode("x"), JSON.numberNode(1)));
    }
    if (schema.has("$ref")) {
      return value(document.at(schema.path("$ref").stringValue().substring(1)), depth - 1);
    }
    for (String list : List.of("anyOf", "oneOf", "allOf")) {
      if (schema.has(list)) {
        return value(schema.path(list).get(random.nextInt(schema.path(list).size())), depth - 1);
      }
    }
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    }
    return ofType(type(schema), schema, depth);
  }

  private String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.get(random.nextInt(type.size())).stringValue();
    }
    return type.isString() ? type.stringValue() : pick(TYPES);
  }

  private JsonNode ofType(String type, JsonNode schema, int depth) {
    return switch (type) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "string" -> JSON.stringNode(pick(RandomSchemas.TEXTS));
      case "integer" -> JSON.numberNode(random.nextInt(7) - 1);
      case "number" -> JSON.numberNode((random.nextInt(14) - 2) / 2.0);
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> JSON.nullNode();
    };
  }

  private JsonNode array(JsonNode schema, int depth) {
    ArrayNode array = JSON.arrayNode();
    for (int count = random.nextInt(4); count > 0; count--) {
      array.add(value(schema.path("items"), depth - 1));
    }
    return array;
  }

  private JsonNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    List<String> required =
        schema.path("required").valueStream().map(JsonNode::stringValue).toList();
    for (String field : RandomSchemas.FIELDS) {
      JsonNode declared = schema.path("properties").path(field);
      boolean write = declared.isMissingNode() ? random.nextInt(5) == 0 : random.nextInt(2) == 0;
      if (write || required.contains(field)) {
        object.set(
            field,
            value(
                declared.isMissingNode() ? schema.path("additionalProperties") : declared,
                depth - 1));
      }
    }
    return object;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
