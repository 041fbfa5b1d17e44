package dev.eventmanager.codec;

import dev.eventmanager.EventHeaders;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@link EventHeaders} as a JSON object and reads them back, losing nothing. Thread-safe.
 *
 * <p>The text is ASCII. Texts, booleans, lists and null are JSON's own; any other value is an object
 * with one field, which names its type: {@code {"int":"3"}}, likewise {@code byte}, {@code short},
 * {@code long}, {@code float}, {@code double}, {@code decimal}, {@code time} (ISO-8601), {@code
 * bytes} (base64), {@code rawtext} (base64 of a text that is not UTF-8), and {@code
 * {"table":{"name":"value"}}}.
 */
public final class HeaderCodec {

  private static final String TABLE = "table";
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.builder()
      .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  /** The headers as text. */
  public String encode(EventHeaders headers) {
    return json.writeValueAsString(encoded(headers.asMap()));
  }

  /**
   * The headers in a text.
   *
   * @throws IllegalArgumentException if the text is not of this form
   */
  public EventHeaders decode(String text) {
    try {
      Map<String, @Nullable Object> table = json.readValue(text, OBJECT);
      if (table == null) {
        throw new IllegalArgumentException("null is no object");
      }
      return EventHeaders.of(decoded(table));
    } catch (JacksonException | DateTimeException | IllegalArgumentException misfit) {
      throw new IllegalArgumentException(
          "these are no headers as the library writes them: " + misfit.getMessage(), misfit);
    }
  }

  private static Map<String, @Nullable Object> encoded(Map<?, ? extends @Nullable Object> table) {
    Map<String, @Nullable Object> encoded = new LinkedHashMap<>();
    table.forEach((name, value) -> encoded.put(String.valueOf(name), encoded(value)));
    return encoded;
  }

  private static @Nullable Object encoded(@Nullable Object value) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(HeaderCodec::encoded).collect(Collectors.toList());
    }
    if (value instanceof Map<?, ?> table) {
      return Map.of(TABLE, encoded(table));
    }
    HeaderType type = HeaderType.of(value);
    return Map.of(type.typeName(), type.text(value));
  }

  private static Map<String, @Nullable Object> decoded(Map<?, ? extends @Nullable Object> table) {
    Map<String, @Nullable Object> decoded = new LinkedHashMap<>();
    table.forEach((name, value) -> decoded.put(String.valueOf(name), decoded(value)));
    return decoded;
  }

  private static @Nullable Object decoded(@Nullable Object value) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(HeaderCodec::decoded).collect(Collectors.toList());
    }
    if (value instanceof Map<?, ?> typed && typed.size() == 1) {
      Map.Entry<?, ?> field = typed.entrySet().iterator().next();
      return decoded(String.valueOf(field.getKey()), field.getValue());
    }
    throw new IllegalArgumentException(value + " has no type");
  }

  private static Object decoded(String type, @Nullable Object value) {
    if (type.equals(TABLE) && value instanceof Map<?, ?> table) {
      return decoded(table);
    }
    if (value instanceof String text) {
      return HeaderType.named(type).value(text);
    }
    throw new IllegalArgumentException("%s is no %s".formatted(value, type));
  }
}
