package dev.eventmanager.contracts.schema;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** What JSON Schema can say of the values of some classes besides their JSON type. */
final class Scalars {

  private static final Map<Class<?>, String> FORMATS = Map.of(
      Instant.class, "date-time",
      OffsetDateTime.class, "date-time",
      ZonedDateTime.class, "date-time",
      Date.class, "date-time",
      LocalDate.class, "date",
      UUID.class, "uuid",
      URI.class, "uri-reference");

  /** JSON Schema has no format for times without an offset, nor for parts of a second. */
  private static final Map<Class<?>, Pattern> PATTERNS = Map.of(
      LocalDateTime.class,
          new Pattern(
              "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?$",
              "2026-01-02T03:04:05"),
      LocalTime.class, new Pattern("^\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?$", "03:04:05"),
      YearMonth.class, new Pattern("^\\d{4}-\\d\\d$", "2026-01"),
      Duration.class, new Pattern("^P(T?-?[0-9.]+[DHMS])+$", "PT1H30M"),
      Currency.class, new Pattern("^[A-Z]{3}$", "EUR"));

  private static final Map<Class<?>, Range> RANGES = Map.of(
      byte.class, new Range(Byte.MIN_VALUE, Byte.MAX_VALUE),
      Byte.class, new Range(Byte.MIN_VALUE, Byte.MAX_VALUE),
      short.class, new Range(Short.MIN_VALUE, Short.MAX_VALUE),
      Short.class, new Range(Short.MIN_VALUE, Short.MAX_VALUE),
      int.class, new Range(Integer.MIN_VALUE, Integer.MAX_VALUE),
      Integer.class, new Range(Integer.MIN_VALUE, Integer.MAX_VALUE),
      OptionalInt.class, new Range(Integer.MIN_VALUE, Integer.MAX_VALUE),
      long.class, new Range(Long.MIN_VALUE, Long.MAX_VALUE),
      Long.class, new Range(Long.MIN_VALUE, Long.MAX_VALUE),
      OptionalLong.class, new Range(Long.MIN_VALUE, Long.MAX_VALUE));

  private Scalars() {}

  static void describeText(Class<?> type, ObjectNode schema) {
    if (FORMATS.containsKey(type)) {
      schema.put("format", FORMATS.get(type));
    }
    Pattern pattern = PATTERNS.get(type);
    if (pattern != null) {
      schema.put("pattern", pattern.regex()).putArray("examples").add(pattern.example());
    }
    if (type == char.class || type == Character.class) {
      schema.put("minLength", 1).put("maxLength", 1);
    }
  }

  static void describeInteger(Class<?> type, ObjectNode schema) {
    Range range = RANGES.get(type);
    if (range != null) {
      schema.put("minimum", range.from()).put("maximum", range.to());
    }
  }

  private record Pattern(String regex, String example) {}

  private record Range(long from, long to) {}
}
