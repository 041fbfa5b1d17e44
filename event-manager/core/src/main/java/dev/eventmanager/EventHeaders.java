package dev.eventmanager;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Headers that another client gave its message besides those of the wire contract, by their names.
 * The library carries them wherever the event goes, and makes nothing of them. Immutable and
 * thread-safe.
 *
 * <p>A value is of one of the types that a header has in AMQP 0-9-1: {@link String}, {@link
 * Boolean}, {@link Byte}, {@link Short}, {@link Integer}, {@link Long}, {@link Float}, {@link
 * Double}, {@link BigDecimal} (an unscaled value of 32 bits, a scale of 0 to 255), {@link Instant}
 * (to the second), {@link Bytes}, {@link RawText}, null, a {@link List} of them, or a {@link Map} of
 * them by names. Unsigned numbers are of the next larger signed type.
 */
public final class EventHeaders {

  /** The event has none, as those of this library have. */
  public static final EventHeaders NONE = new EventHeaders(Map.of());

  /** How deep lists and maps may lie in each other. */
  public static final int MOST_LEVELS = 100;

  private static final Set<Class<?>> SINGLE_VALUES = Set.of(
      String.class,
      Boolean.class,
      Byte.class,
      Short.class,
      Integer.class,
      Long.class,
      Float.class,
      Double.class,
      BigDecimal.class,
      Instant.class,
      Bytes.class,
      RawText.class);

  private static final int LONGEST_NAME_BYTES = 255;
  private static final int DECIMAL_BITS = 31;
  private static final int LARGEST_SCALE = 255;

  private final Map<String, @Nullable Object> values;

  private EventHeaders(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /**
   * A copy of these.
   *
   * @throws IllegalArgumentException if a name has more than 255 bytes in UTF-8, or a value is none
   *     that AMQP has
   */
  public static EventHeaders of(Map<String, ? extends @Nullable Object> values) {
    return values.isEmpty() ? NONE : new EventHeaders(copy(values, 1));
  }

  /** By their names; not to be changed. */
  public Map<String, @Nullable Object> asMap() {
    return values;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  private static Map<String, @Nullable Object> copy(
      Map<String, ? extends @Nullable Object> values, int level) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    values.forEach((name, value) -> copy.put(checked(name), copy(name, value, level)));
    return Collections.unmodifiableMap(copy);
  }

  private static @Nullable Object copy(String name, @Nullable Object value, int level) {
    if (value == null || SINGLE_VALUES.contains(value.getClass())) {
      return checked(name, value);
    }
    if (level > MOST_LEVELS) {
      throw misfit(name, "has more than %d levels of lists and maps".formatted(MOST_LEVELS));
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(each -> copy.add(copy(name, each, level + 1)));
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> named = new LinkedHashMap<>();
      map.forEach((key, each) -> named.put(String.valueOf(key), each));
      return copy(named, level + 1);
    }
    throw misfit(
        name, "is a %s, which no header can be".formatted(value.getClass().getName()));
  }

  private static String checked(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
      throw misfit(name, "has a name of more than %d bytes".formatted(LONGEST_NAME_BYTES));
    }
    return name;
  }

  private static @Nullable Object checked(String name, @Nullable Object value) {
    if (value instanceof BigDecimal decimal && !fits(decimal)) {
      throw misfit(name, "is a decimal of more than 32 bits, or with a scale beyond 0 to 255");
    }
    if (value instanceof Instant time && !fits(time)) {
      throw misfit(name, "is a time too far away");
    }
    return value;
  }

  private static boolean fits(BigDecimal decimal) {
    return decimal.unscaledValue().bitLength() <= DECIMAL_BITS
        && decimal.scale() >= 0
        && decimal.scale() <= LARGEST_SCALE;
  }

  private static boolean fits(Instant time) {
    return Math.abs(time.getEpochSecond()) < Long.MAX_VALUE / 1_000;
  }

  private static IllegalArgumentException misfit(String name, String problem) {
    return new IllegalArgumentException("header \"%s\" %s".formatted(name, problem));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventHeaders that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The names alone: what the values say may be for nobody's eyes. */
  @Override
  public String toString() {
    return values.keySet().toString();
  }

  /** Bytes. */
  public record Bytes(String base64) {

    /** Those bytes, copied. */
    public static Bytes of(byte[] bytes) {
      return new Bytes(Base64.getEncoder().encodeToString(bytes));
    }

    /** A copy. */
    public byte[] toArray() {
      return Base64.getDecoder().decode(base64);
    }
  }

  /** What was sent as a text and is none, since its bytes are not UTF-8. */
  public record RawText(Bytes bytes) {}
}
