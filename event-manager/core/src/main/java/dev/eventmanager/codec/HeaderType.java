package dev.eventmanager.codec;

import dev.eventmanager.EventHeaders.Bytes;
import dev.eventmanager.EventHeaders.RawText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** The types of single values that JSON does not tell apart, each with its text. */
enum HeaderType {
  BYTE(Byte.class, Byte::valueOf),
  SHORT(Short.class, Short::valueOf),
  INT(Integer.class, Integer::valueOf),
  LONG(Long.class, Long::valueOf),
  FLOAT(Float.class, Float::valueOf),
  DOUBLE(Double.class, Double::valueOf),
  DECIMAL(BigDecimal.class, BigDecimal::new),
  TIME(Instant.class, Instant::parse),
  BYTES(Bytes.class, HeaderType::bytes, Bytes::base64),
  /** A text that is not UTF-8. */
  RAWTEXT(RawText.class, text -> new RawText(bytes(text)), raw -> raw.bytes().base64());

  private final Class<?> type;
  private final Function<String, Object> fromText;
  private final Function<Object, String> toText;

  <T> HeaderType(Class<T> type, Function<String, T> fromText) {
    this(type, fromText, Object::toString);
  }

  <T> HeaderType(Class<T> type, Function<String, T> fromText, Function<T, String> toText) {
    this.type = type;
    this.fromText = fromText::apply;
    this.toText = value -> toText.apply(type.cast(value));
  }

  static HeaderType of(Object value) {
    return Arrays.stream(values())
        .filter(each -> each.type.isInstance(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no header type " + value.getClass()));
  }

  /** The type of that name; it is in lower case. */
  static HeaderType named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.typeName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no header type is \"" + name + "\""));
  }

  String typeName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String text(Object value) {
    return toText.apply(value);
  }

  /** The value; a runtime exception if the text is none of this type. */
  Object value(String text) {
    return fromText.apply(text);
  }

  private static Bytes bytes(String base64) {
    return Bytes.of(new Bytes(base64).toArray());
  }
}
