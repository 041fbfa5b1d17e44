package dev.eventmanager.contracts.schema;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitable;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.BeanPropertyWriter;

/** Adds the fields of one object to its schema. Not thread-safe. */
final class FieldsVisitor extends JsonObjectFormatVisitor.Base {

  private final ValueVisitor object;
  private final ObjectNode fields;
  private final ObjectNode schema;

  FieldsVisitor(ValueVisitor object, ObjectNode fields, ObjectNode schema) {
    super(object.getContext());
    this.object = object;
    this.fields = fields;
    this.schema = schema;
  }

  @Override
  public void property(BeanProperty field) {
    ObjectNode value = object.inner("." + field.getName(), serializer(field), field.getType());
    if (Absence.isMarked(field)) {
      value = Absence.allow(value);
    }
    fields.set(field.getName(), described(field.getMetadata().getDescription(), value));
    if (!Absence.isPossible(field, getContext().getConfig())) {
      schema.withArray("required").add(field.getName());
    }
  }

  @Override
  public void optionalProperty(BeanProperty field) {
    property(field);
  }

  @Override
  public void property(String name, JsonFormatVisitable form, JavaType type) {
    fields.set(name, object.inner("." + name, form, type));
  }

  @Override
  public void optionalProperty(String name, JsonFormatVisitable form, JavaType type) {
    property(name, form, type);
  }

  private ValueSerializer<?> serializer(BeanProperty field) {
    SerializationContext context = getContext();
    if (field instanceof BeanPropertyWriter writer && writer.hasSerializer()) {
      return writer.getSerializer();
    }
    return context.findPrimaryPropertySerializer(field.getType(), field);
  }

  /** A field's own words stand before those about its type. */
  private static ObjectNode described(@Nullable String description, ObjectNode value) {
    if (description == null) {
      return value;
    }
    value.remove("description");
    ObjectNode described = JsonNodeFactory.instance.objectNode().put("description", description);
    described.setAll(value);
    return described;
  }
}
