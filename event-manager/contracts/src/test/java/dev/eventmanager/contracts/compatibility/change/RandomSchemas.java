package dev.eventmanager.contracts.compatibility.change;

import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes schemas up, of every keyword that the rules know and some that they do not. */
final class RandomSchemas {

  static final List<String> FIELDS = List.of("a", "b", "c", "kind");
  static final List<String> TEXTS =
      List.of("", "x", "y", "xy", "xxx", "xyxy", "2026-11-21", "2026-11-21T10:00:00Z");

  private static final List<String> TYPES = List.of(
      "object", "object", "object", "array", "string", "integer", "number", "boolean", "null");
  private static final List<String> PATTERNS = List.of("^x", "^[xy]*$", "y$", "^.{2,3}$");
  private static final List<String> FORMATS = List.of("date", "date-time");

  /** What no rule knows, each with something to say. */
  private static final List<String> UNKNOWN = List.of(
      "\"not\": {\"type\": \"string\"}",
      "\"not\": {\"$ref\": \"#/$defs/C\"}",
      "\"allOf\": [{\"$ref\": \"#/$defs/C\"}, {\"maxLength\": 3}]",
      "\"if\": {\"required\": [\"a\"]}, \"then\": {\"required\": [\"b\"]}",
      "\"propertyNames\": {\"maxLength\": 1}",
      "\"patternProperties\": {\"^[ab]$\": {\"type\": \"integer\"}}",
      "\"dependentRequired\": {\"a\": [\"b\"]}",
      "\"prefixItems\": [{\"type\": \"string\"}]",
      "\"contains\": {\"type\": \"integer\"}");

  private static final JsonMapper JSON = new JsonMapper();

  private final Random random;

  RandomSchemas(Random random) {
    this.random = random;
  }

  /** With definitions that may refer to themselves and each other. */
  ObjectNode document() {
    ObjectNode document = schema(3);
    document.set("$defs", object(Map.of("A", schema(2), "B", schema(1), "C", plain())));
    return document;
  }

  ObjectNode schema(int depth) {
    return schema(depth, false);
  }

  /** {@code inside} another one's value, where it may refer to it without going in a circle. */
  private ObjectNode schema(int depth, boolean inside) {
    ObjectNode schema = object(Map.of());
    if (depth > 0 && chance(0.15)) {
      return choice(schema, depth);
    }
    if (inside && chance(0.15)) {
      return schema.put("$ref", pick(List.of("#/$defs/A", "#/$defs/B", "#")));
    }
    if (chance(0.05)) {
      return schema;
    }
    if (chance(0.1)) {
      schema.set("enum", values());
      return schema;
    }
    String type = pick(TYPES);
    schema.put("type", type);
    if (chance(0.1)) {
      schema.set(
          "type",
          JsonNodeFactory.instance
              .arrayNode()
              .add(type)
              .add(type.equals("null") ? "string" : "null"));
    }
    for (int keywords = random.nextInt(3); keywords >= 0; keywords--) {
      constrain(schema, type, depth);
    }
    return schema;
  }

  /** Without a type, so that it is left as it is and never refers to itself. */
  ObjectNode plain() {
    return object(Map.of()).put(chance(0.5) ? "maxLength" : "minimum", random.nextInt(3));
  }

  private ObjectNode choice(ObjectNode schema, int depth) {
    ArrayNode branches = schema.putArray(chance(0.5) ? "anyOf" : "oneOf");
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      branches.add(schema(depth - 1)
          .retain(
              "type",
              "enum",
              "properties",
              "required",
              "items",
              "additionalProperties",
              "maxLength",
              "minimum"));
    }
    return schema;
  }

  void constrain(ObjectNode schema, String type, int depth) {
    if (chance(0.04)) {
      schema.setAll((ObjectNode) JSON.readTree("{" + pick(UNKNOWN) + "}"));
    }
    switch (type) {
      case "string" -> constrainText(schema);
      case "integer", "number" -> constrainNumber(schema);
      case "array" -> constrainArray(schema, depth);
      case "object" -> constrainObject(schema, depth);
      default -> {
        if (chance(0.2)) {
          schema.set("enum", values());
        }
      }
    }
  }

  private void constrainText(ObjectNode schema) {
    switch (random.nextInt(6)) {
      case 0 -> schema.put("minLength", random.nextInt(3));
      case 1 -> schema.put("maxLength", 1 + random.nextInt(4));
      case 2 -> schema.put("pattern", pick(PATTERNS));
      case 3 -> schema.put("format", pick(FORMATS));
      case 4 -> schema.set("enum", values());
      default -> schema.put("const", pick(TEXTS));
    }
  }

  private void constrainNumber(ObjectNode schema) {
    switch (random.nextInt(6)) {
      case 0 -> schema.put("minimum", random.nextInt(3));
      case 1 -> schema.put("exclusiveMinimum", random.nextInt(3));
      case 2 -> schema.put("maximum", 2 + random.nextInt(3));
      case 3 -> schema.put("exclusiveMaximum", 2 + random.nextInt(3));
      case 4 -> schema.put("multipleOf", pick(List.of(0.5, 1.0, 2.0, 1.5)));
      default -> schema.set("enum", values());
    }
  }

  private void constrainArray(ObjectNode schema, int depth) {
    switch (random.nextInt(5)) {
      case 0 -> schema.put("minItems", random.nextInt(3));
      case 1 -> schema.put("maxItems", 1 + random.nextInt(3));
      case 2 -> schema.put("uniqueItems", chance(0.7));
      default -> schema.set("items", depth == 0 ? object(Map.of()) : schema(depth - 1, true));
    }
  }

  private void constrainObject(ObjectNode schema, int depth) {
    switch (random.nextInt(8)) {
      case 0 ->
        schema.set(
            "additionalProperties",
            chance(0.3) || depth == 0
                ? JsonNodeFactory.instance.booleanNode(chance(0.5))
                : schema(depth - 1, true));
      case 1 -> schema.put("minProperties", random.nextInt(3));
      case 2 -> schema.put("maxProperties", 1 + random.nextInt(3));
      case 3 -> schema.set("required", someFields());
      default -> schema.set("properties", fields(depth));
    }
  }

  private ObjectNode fields(int depth) {
    ObjectNode fields = object(Map.of());
    FIELDS.stream()
        .filter(field -> chance(0.5))
        .forEach(field -> fields.set(
            field,
            field.equals("kind")
                ? object(Map.of()).put("const", pick(List.of("x", "y")))
                : schema(Math.max(0, depth - 1), true)));
    return fields;
  }

  ArrayNode someFields() {
    ArrayNode fields = JsonNodeFactory.instance.arrayNode();
    FIELDS.stream().filter(field -> chance(0.3)).forEach(fields::add);
    return fields;
  }

  private ArrayNode values() {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    List<String> all =
        List.of("\"x\"", "\"y\"", "\"xy\"", "1", "2", "1.5", "1.0", "null", "true", "false");
    all.stream().filter(value -> chance(0.3)).forEach(value -> values.add(JSON.readTree(value)));
    return values.isEmpty() ? values.add("x") : values;
  }

  private static ObjectNode object(Map<String, ObjectNode> fields) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    fields.forEach(object::set);
    return object;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
