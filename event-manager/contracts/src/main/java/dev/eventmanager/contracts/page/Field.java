package dev.eventmanager.contracts.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A row of a page: one field of a payload.
 *
 * @param path where it is, such as {@code lines[].price}
 * @param type its JSON type, and whether it may be absent
 * @param meaning its description; empty if nobody gave one
 */
record Field(String path, String type, String meaning) {

  /** Every field that a schema declares, each before those inside of it. */
  static List<Field> all(JsonNode schema) {
    List<Field> fields = new ArrayList<>();
    inside("", schema, fields);
    schema
        .path("$defs")
        .properties()
        .forEach(
            definition -> inside("<" + definition.getKey() + ">.", definition.getValue(), fields));
    return fields;
  }

  private static void inside(String path, JsonNode schema, List<Field> fields) {
    List<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
        .map(JsonNode::asString)
        .toList();
    schema.path("properties").properties().forEach(each -> {
      String name = path + each.getKey();
      String may = required.contains(each.getKey()) ? "" : ", optional";
      String meaning = each.getValue().path("description").asString("");
      fields.add(new Field(name, type(each.getValue()) + may, meaning));
      below(name, each.getValue(), fields);
    });
  }

  private static void below(String path, JsonNode schema, List<Field> fields) {
    inside(path + ".", schema, fields);
    if (schema.has("items")) {
      below(path + "[]", schema.get("items"), fields);
    }
    if (schema.path("additionalProperties").isObject()) {
      below(path + "{}", schema.get("additionalProperties"), fields);
    }
  }

  private static String type(JsonNode schema) {
    if (schema.has("$ref")) {
      String reference = schema.get("$ref").asString();
      return reference.equals("#") ? "as the whole" : "`<" + lastWord(reference) + ">`";
    }
    if (schema.has("anyOf")) {
      return type(schema.get("anyOf").get(0));
    }
    if (schema.has("enum")) {
      return "one of " + values(schema.get("enum"));
    }
    return array(schema) + word(schema);
  }

  private static String array(JsonNode schema) {
    return schema.has("items") ? "array of " + type(schema.get("items")) : "";
  }

  private static String word(JsonNode schema) {
    if (schema.has("items")) {
      return "";
    }
    if (schema.path("additionalProperties").isObject()) {
      return "object of " + type(schema.get("additionalProperties")) + " by name";
    }
    JsonNode type = schema.path("type");
    String word = type.isArray() ? type.get(0).asString() : type.asString("anything");
    return schema.has("format") ? word + ", " + schema.get("format").asString() : word;
  }

  private static String values(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .filter(value -> !value.isNull())
        .map(value -> "`" + value.asString() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String lastWord(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
