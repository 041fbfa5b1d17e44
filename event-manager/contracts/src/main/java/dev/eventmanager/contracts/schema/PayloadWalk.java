package dev.eventmanager.contracts.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One walk over a payload's type. Objects stand where they are used; only one that contains itself
 * is set apart, under {@code $defs}, to be referred to. Not thread-safe.
 */
final class PayloadWalk {

  private static final String ROOT = "#";
  private static final String DEFINITION = "#/$defs/";

  /** The objects that the walk is inside of, and where each would be referred to. */
  private final Map<JavaType, String> around = new HashMap<>();

  /** Those that contain themselves. */
  private final Map<JavaType, String> referred = new HashMap<>();

  private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

  /** The schema of the type that is described to a visitor. */
  ObjectNode root(Consumer<JsonFormatVisitorWrapper> description) {
    ValueVisitor visitor = new ValueVisitor(this, "$");
    description.accept(visitor);
    ObjectNode schema = visitor.schema();
    if (!definitions.isEmpty()) {
      schema.set("$defs", definitions);
    }
    return schema;
  }

  /** Where an object of this type is to be referred to, if it contains itself. */
  Optional<String> reference(JavaType type) {
    if (around.containsKey(type)) {
      referred.put(type, around.get(type));
    }
    return Optional.ofNullable(referred.get(type));
  }

  void enter(JavaType type) {
    around.put(type, around.isEmpty() ? ROOT : DEFINITION + unusedName(type));
  }

  /** The schema of an object as it is used: itself, or a reference if it contains itself. */
  ObjectNode leave(JavaType type, ObjectNode schema) {
    String reference = around.remove(type);
    if (reference.equals(ROOT) || !referred.containsKey(type)) {
      return schema;
    }
    definitions.set(reference.substring(DEFINITION.length()), schema);
    return JsonNodeFactory.instance.objectNode().put("$ref", reference);
  }

  private String unusedName(JavaType type) {
    String name = type.getRawClass().getSimpleName();
    String unused = name;
    for (int number = 2; isUsed(unused); number++) {
      unused = name + number;
    }
    return unused;
  }

  private boolean isUsed(String name) {
    return definitions.has(name) || around.containsValue(DEFINITION + name);
  }
}
