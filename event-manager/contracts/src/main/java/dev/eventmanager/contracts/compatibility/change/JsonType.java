package dev.eventmanager.contracts.compatibility.change;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The types of JSON Schema. Every integer is a number too. */
enum JsonType {
  NULL,
  BOOLEAN,
  INTEGER,
  NUMBER,
  STRING,
  ARRAY,
  OBJECT;

  /** Without {@link #INTEGER}, which {@link #NUMBER} holds. */
  static final Set<JsonType> ALL =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(INTEGER)));

  static JsonType named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  static JsonType of(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> NULL;
      case BOOLEAN -> BOOLEAN;
      case NUMBER -> value.decimalValue().stripTrailingZeros().scale() <= 0 ? INTEGER : NUMBER;
      case ARRAY -> ARRAY;
      case OBJECT -> OBJECT;
      default -> STRING;
    };
  }

  /** Whether each value of this type is of one of those. */
  boolean isAmong(Set<JsonType> types) {
    return types.contains(this) || (this == INTEGER && types.contains(NUMBER));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
