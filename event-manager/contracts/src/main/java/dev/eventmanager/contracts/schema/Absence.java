package dev.eventmanager.contracts.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which values need not be there: optional and nullable ones, and those that are left out. */
final class Absence {

  private static final Set<Class<?>> OPTIONAL_NUMBERS =
      Set.of(OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  private Absence() {}

  /** Whether values of the type can be empty, which is written as null. */
  static boolean isPossible(JavaType type) {
    return type.isReferenceType() || OPTIONAL_NUMBERS.contains(type.getRawClass());
  }

  /** Whether a reader has to do without the field. */
  static boolean isPossible(BeanProperty field, MapperConfig<?> config) {
    return isPossible(field.getType()) || isMarked(field) || isLeftOut(field, config);
  }

  /** Whether the field is marked as nullable, by an annotation of that name of whatever library. */
  static boolean isMarked(BeanProperty field) {
    Member member = field.getMember() == null ? null : field.getMember().getMember();
    if (member instanceof Method method) {
      return isNullable(method.getAnnotations(), method.getAnnotatedReturnType());
    }
    return member instanceof Field declared
        && isNullable(declared.getAnnotations(), declared.getAnnotatedType());
  }

  /** The same schema, that allows null too. */
  static ObjectNode allow(ObjectNode schema) {
    JsonNode type = schema.path("type");
    if (schema.has("$ref")) {
      ObjectNode either = JsonNodeFactory.instance.objectNode();
      either.putArray("anyOf").add(schema).addObject().put("type", "null");
      return either;
    }
    if (type.isString()) {
      schema.set(
          "type", JsonNodeFactory.instance.arrayNode().add(type.asString()).add("null"));
      if (schema.get("enum") instanceof ArrayNode values) {
        values.addNull();
      }
    }
    return schema;
  }

  private static boolean isLeftOut(BeanProperty field, MapperConfig<?> config) {
    JsonInclude.Include included =
        field.findPropertyInclusion(config, field.getType().getRawClass()).getValueInclusion();
    return included != JsonInclude.Include.ALWAYS && included != JsonInclude.Include.USE_DEFAULTS;
  }

  private static boolean isNullable(Annotation[] declared, AnnotatedType type) {
    return Stream.concat(Arrays.stream(declared), Arrays.stream(type.getAnnotations()))
        .anyMatch(each -> each.annotationType().getSimpleName().equals("Nullable"));
  }
}
