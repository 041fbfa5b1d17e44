package dev.eventmanager.contracts.schema;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsonFormatVisitors.JsonAnyFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatTypes;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitable;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the schema of one value of what Jackson says it is written as. Not thread-safe. */
final class ValueVisitor extends JsonFormatVisitorWrapper.Base {

  private final PayloadWalk walk;
  private final String path;
  private final ObjectNode schema = JsonNodeFactory.instance.objectNode();
  private @Nullable JavaType entered;

  ValueVisitor(PayloadWalk walk, String path) {
    this.walk = walk;
    this.path = path;
  }

  /** What was said; to be asked once, at the end. */
  ObjectNode schema() {
    if (entered == null) {
      return schema;
    }
    if (schema.path("properties").isEmpty() && isAbstract(entered)) {
      throw impossible(entered, "says nothing of what is in it; declare a type that has fields");
    }
    return walk.leave(entered, schema);
  }

  /** The schema of a value inside of this one. */
  ObjectNode inner(String step, JsonFormatVisitable form, JavaType type) {
    ValueVisitor visitor = new ValueVisitor(walk, path + step);
    visitor.setContext(getContext());
    form.acceptJsonFormatVisitor(visitor, type);
    return Absence.isPossible(type) ? Absence.allow(visitor.schema()) : visitor.schema();
  }

  @Override
  public @Nullable JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
    refuseSubtypes(type);
    Optional<String> reference = walk.reference(type);
    if (reference.isPresent()) {
      schema.put("$ref", reference.get());
      return null;
    }
    JsonClassDescription description = type.getRawClass().getAnnotation(JsonClassDescription.class);
    if (description != null) {
      schema.put("description", description.value());
    }
    schema.put("type", "object");
    walk.enter(type);
    entered = type;
    return new FieldsVisitor(this, schema.putObject("properties"), schema);
  }

  @Override
  public @Nullable JsonArrayFormatVisitor expectArrayFormat(JavaType type) {
    if (type.hasRawClass(byte[].class)) {
      schema.put("type", "string").put("contentEncoding", "base64");
      return null;
    }
    schema.put("type", "array");
    return new JsonArrayFormatVisitor.Base(getContext()) {
      @Override
      public void itemsFormat(JsonFormatVisitable form, JavaType itemType) {
        schema.set("items", inner("[]", form, itemType));
      }

      @Override
      public void itemsFormat(JsonFormatTypes form) {
        schema.putObject("items").put("type", form.value());
      }
    };
  }

  @Override
  public JsonMapFormatVisitor expectMapFormat(JavaType type) {
    schema.put("type", "object");
    return new JsonMapFormatVisitor.Base(getContext()) {
      @Override
      public void keyFormat(JsonFormatVisitable form, JavaType keyType) {
        names(keyType);
      }

      @Override
      public void valueFormat(JsonFormatVisitable form, JavaType valueType) {
        schema.set("additionalProperties", inner("{}", form, valueType));
      }
    };
  }

  @Override
  public JsonStringFormatVisitor expectStringFormat(JavaType type) {
    schema.put("type", "string");
    Scalars.describeText(type.getRawClass(), schema);
    return new JsonStringFormatVisitor.Base() {
      @Override
      public void enumTypes(Set<String> values) {
        values.forEach(schema.withArray("enum")::add);
      }
    };
  }

  @Override
  public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
    schema.put("type", "integer");
    Scalars.describeInteger(type.getRawClass(), schema);
    return new JsonIntegerFormatVisitor.Base();
  }

  @Override
  public JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
    schema.put("type", "number");
    return new JsonNumberFormatVisitor.Base();
  }

  @Override
  public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
    schema.put("type", "boolean");
    return new JsonBooleanFormatVisitor.Base();
  }

  @Override
  public JsonAnyFormatVisitor expectAnyFormat(JavaType type) {
    if (type.isRecordType()) {
      schema.put("type", "object").putObject("properties");
    } else if (!type.isTypeOrSubTypeOf(JsonNode.class)) {
      throw impossible(
          type, "can be anything; declare a type, or JsonNode where it really is free");
    }
    return new JsonAnyFormatVisitor.Base();
  }

  private void names(JavaType type) {
    ObjectNode name = inner("{}", getContext().findValueSerializer(type), type);
    String jsonType = name.path("type").asString("");
    if (jsonType.equals("integer")) {
      name = schema.objectNode().put("type", "string").put("pattern", "^-?[0-9]+$");
      name.putArray("examples").add("1");
    } else if (!jsonType.equals("string")) {
      throw impossible(type, "is no name of a field in JSON; key the map by text or a number");
    }
    if (name.size() > 1) {
      schema.set("propertyNames", name);
    }
  }

  private boolean isAbstract(JavaType type) {
    Class<?> written = getContext().findValueSerializer(type).handledType();
    return written == Object.class || Modifier.isAbstract(written.getModifiers());
  }

  private void refuseSubtypes(JavaType type) {
    SerializationContext context = getContext();
    if (context.findTypeSerializer(type) != null) {
      throw impossible(type, "has subtypes (@JsonTypeInfo); declare one event for each of them");
    }
  }

  private IllegalArgumentException impossible(JavaType type, String why) {
    return new IllegalArgumentException(
        "%s at %s %s".formatted(type.getRawClass().getName(), path, why));
  }
}
