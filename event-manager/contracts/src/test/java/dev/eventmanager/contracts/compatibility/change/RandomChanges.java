package dev.eventmanager.contracts.compatibility.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes schemas somewhere, as a hasty person might. */
final class RandomChanges {

  /** Keywords that tell a schema from a map of them. */
  private static final List<String> SCHEMA_BY = List.of("type", "enum", "const", "anyOf", "oneOf");

  private final Random random;
  private final RandomSchemas schemas;

  RandomChanges(Random random, RandomSchemas schemas) {
    this.random = random;
    this.schemas = schemas;
  }

  /** The same with one to three changes somewhere. */
  ObjectNode of(ObjectNode document) {
    ObjectNode changed = document.deepCopy();
    if (schemas.chance(0.1)) {
      ((ObjectNode) changed.path("$defs")).set("C", schemas.plain());
    }
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      List<ObjectNode> places = new ArrayList<>();
      collect(changed, places);
      if (!places.isEmpty()) {
        change(schemas.pick(places));
      }
    }
    return changed;
  }

  private static void collect(JsonNode node, List<ObjectNode> places) {
    if (SCHEMA_BY.stream().anyMatch(node::has)) {
      places.add((ObjectNode) node);
    }
    node.valueStream().forEach(child -> collect(child, places));
  }

  private void change(ObjectNode schema) {
    ObjectNode other = schemas.schema(1);
    if (schemas.chance(0.3) && !schema.isEmpty()) {
      schema.remove(schemas.pick(schema.propertyNames().stream()
          .filter(keyword -> !keyword.equals("$defs"))
          .toList()));
    } else if (schema.has("properties") && schemas.chance(0.7)) {
      changeFields(schema);
    } else if (schema.has("type") && schema.path("type").isString() && schemas.chance(0.8)) {
      schemas.constrain(schema, schema.path("type").stringValue(), 1);
    } else {
      other.properties().forEach(keyword -> schema.set(keyword.getKey(), keyword.getValue()));
    }
  }

  private void changeFields(ObjectNode schema) {
    ObjectNode fields = (ObjectNode) schema.path("properties");
    String field = schemas.pick(RandomSchemas.FIELDS);
    switch (random.nextInt(3)) {
      case 0 -> fields.remove(field);
      case 1 -> fields.set(field, schemas.schema(1));
      default -> schema.set("required", schemas.someFields());
    }
  }
}
