package dev.eventmanager.codec;

import dev.eventmanager.EventType;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;

/**
 * Jackson, set up as the wire contract wants it. A mapper of our own: a service's settings for its
 * HTTP interface must not change what is on the wire.
 */
final class PayloadJson {

  private static final Pattern HIDDEN_SOURCE = Pattern.compile(" \\(start marker at \\[[^]]*]\\)");

  private final JsonMapper mapper = JsonMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
      .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
      .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
      .build();

  byte[] write(EventType<?> type, Object payload) {
    try {
      return mapper.writeValueAsBytes(payload);
    } catch (JacksonException failure) {
      throw new IllegalArgumentException(
          "event %s: the payload cannot be written as JSON at %s: %s"
              .formatted(type, path(failure), failure.getOriginalMessage()),
          failure);
    }
  }

  /**
   * Reads a body.
   *
   * @param what the event, for the message of a failure
   */
  <P> P read(Class<P> payloadType, byte[] body, Supplier<String> what) {
    try {
      P payload = mapper.readValue(body, payloadType);
      if (payload == null) {
        throw malformed(what, payloadType, "$", "it is null", null);
      }
      return payload;
    } catch (JacksonException failure) {
      throw malformed(what, payloadType, path(failure), why(failure), failure);
    }
  }

  void describe(Class<?> payloadType, JsonFormatVisitorWrapper visitor) {
    try {
      mapper.acceptJsonFormatVisitor(payloadType, visitor);
    } catch (JacksonException failure) {
      throw new IllegalArgumentException(
          "payload %s cannot be written as JSON at %s: %s"
              .formatted(payloadType.getName(), path(failure), failure.getOriginalMessage()),
          failure);
    }
  }

  private static UndecodableEventException malformed(
      Supplier<String> what,
      Class<?> payloadType,
      String path,
      String why,
      @Nullable Throwable cause) {
    return new UndecodableEventException(
        "event %s cannot be read as %s at %s: %s; correct the publisher"
            .formatted(what.get(), payloadType.getSimpleName(), path, why),
        path,
        cause);
  }

  /** Jackson's words without the place in a source that it does not show. */
  private static String why(JacksonException failure) {
    return HIDDEN_SOURCE.matcher(failure.getOriginalMessage()).replaceAll("");
  }

  private static String path(JacksonException failure) {
    return failure.getPath().stream()
        .map(step -> step.getPropertyName() == null
            ? "[" + step.getIndex() + "]"
            : "." + step.getPropertyName())
        .collect(Collectors.joining("", "$", ""));
  }
}
