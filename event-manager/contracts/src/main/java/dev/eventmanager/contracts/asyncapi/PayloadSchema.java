package dev.eventmanager.contracts.asyncapi;

import dev.eventmanager.contracts.catalogue.VersionContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of a payload inside the document. AsyncAPI's own dialect is that of draft 07, which
 * calls {@code $defs} {@code definitions} and knows all else that is written here; references are
 * made to point into the document.
 */
final class PayloadSchema {

  private PayloadSchema() {}

  static ObjectNode of(VersionContract version) {
    ObjectNode schema = (ObjectNode) version.schema().json();
    schema.remove("$schema");
    JsonNode definitions = schema.remove("$defs");
    if (definitions != null) {
      schema.set("definitions", definitions);
    }
    pointInto("#/components/schemas/" + version.key(), schema);
    return schema;
  }

  private static void pointInto(String root, JsonNode node) {
    if (node instanceof ObjectNode object && object.path("$ref").isString()) {
      String reference = object.get("$ref").asString();
      object.put("$ref", root + reference.substring(1).replace("/$defs/", "/definitions/"));
    }
    node.forEach(each -> pointInto(root, each));
  }
}
