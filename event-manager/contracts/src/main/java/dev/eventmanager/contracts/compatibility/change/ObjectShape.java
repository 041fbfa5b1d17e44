package dev.eventmanager.contracts.compatibility.change;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * The fields of an object, as they are written and as they are read: one that declares its fields is
 * written with these alone, and is read with any others, which are ignored.
 *
 * @param others what fields that are not declared hold, where the schema says so
 */
record ObjectShape(
    Schema schema,
    SortedMap<String, Schema> fields,
    Set<String> required,
    Optional<Schema> others) {

  static ObjectShape of(Schema schema) {
    Set<String> required = new HashSet<>();
    schema
        .keywords()
        .path("required")
        .valueStream()
        .map(JsonNode::stringValue)
        .forEach(required::add);
    return new ObjectShape(
        schema, schema.schemas("properties"), required, schema.schema("additionalProperties"));
  }

  boolean declares(String field) {
    return fields.containsKey(field);
  }

  boolean requires(String field) {
    return required.contains(field);
  }

  Schema written(String field) {
    return fields.containsKey(field) ? fields.get(field) : othersWritten();
  }

  Schema read(String field) {
    return fields.containsKey(field) ? fields.get(field) : othersRead();
  }

  Schema othersWritten() {
    return others.orElseGet(schema.has("properties") ? schema::nothing : schema::anything);
  }

  Schema othersRead() {
    return others.orElseGet(schema::anything);
  }
}
