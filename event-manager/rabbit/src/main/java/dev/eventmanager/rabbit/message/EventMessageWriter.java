package dev.eventmanager.rabbit.message;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.Twins;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes metadata as AMQP properties and headers; the body goes as it is. Thread-safe.
 *
 * <p>Headers of another publisher go as they came, but for those that are named as one of ours or of
 * the broker.
 */
public final class EventMessageWriter {

  /** The header with the ordering key; the broker spreads a queue's partitions by it. */
  public static final String ORDERING_KEY = Headers.SUBJECT;

  private static final String JSON = "application/json";
  private static final String SPEC_VERSION = "1.0";
  private static final int PERSISTENT = 2;
  private static final int SHORT_STRING_BYTES = 255;
  private static final int MOST_BYTES_PER_CHAR = 3;

  /** The properties of an event. */
  public BasicProperties properties(EventMetadata metadata) {
    return properties(metadata, Map.of());
  }

  /**
   * The properties of an event, with headers of the caller's besides its own.
   *
   * @param further written as they are; values of AMQP's types only
   */
  public BasicProperties properties(EventMetadata metadata, Map<String, Object> further) {
    Map<String, Object> headers = headers(metadata);
    headers.putAll(further);
    return new BasicProperties.Builder()
        .messageId(shortString(metadata.id()))
        .type(shortString(metadata.routingKey()))
        .contentType(JSON)
        .timestamp(timestamp(metadata.time()))
        .appId(metadata.source().isEmpty() ? null : shortString(metadata.source()))
        .correlationId(
            metadata.correlationId().map(EventMessageWriter::shortString).orElse(null))
        .deliveryMode(PERSISTENT)
        .headers(headers)
        .build();
  }

  private static Map<String, Object> headers(EventMetadata metadata) {
    Map<String, Object> headers = new HashMap<>();
    if (!metadata.headers().isEmpty()) {
      ForeignHeaders.write(metadata.headers(), headers);
    }
    headers.put(Headers.SPEC_VERSION, SPEC_VERSION);
    headers.put(Headers.ID, metadata.id());
    headers.put(Headers.TYPE, metadata.routingKey());
    headers.put(Headers.TIME, TimeText.of(metadata.time()));
    headers.put(Headers.SUBJECT, metadata.orderingKey());
    if (!metadata.source().isEmpty()) {
      headers.put(Headers.SOURCE, metadata.source());
    }
    put(headers, Headers.CORRELATION_ID, metadata.correlationId());
    put(headers, Headers.CAUSATION_ID, metadata.causationId());
    put(headers, Headers.TRACEPARENT, metadata.traceparent());
    put(headers, Headers.TRACESTATE, metadata.tracestate());
    put(headers, Headers.ORIGIN, metadata.origin());
    put(headers, Headers.TWINS, metadata.twins().map(Twins::toString));
    return headers;
  }

  /** A stranger's time can lie where no date reaches; the header has it all the same. */
  private static @Nullable Date timestamp(Instant time) {
    try {
      return Date.from(time);
    } catch (IllegalArgumentException beyondAllDates) {
      return null;
    }
  }

  private static void put(Map<String, Object> headers, String name, Optional<String> value) {
    value.ifPresent(present -> headers.put(name, present));
  }

  /** AMQP's properties hold 255 bytes; what is longer stands in the headers alone. */
  private static @Nullable String shortString(String value) {
    boolean fits = value.length() * MOST_BYTES_PER_CHAR <= SHORT_STRING_BYTES
        || value.getBytes(StandardCharsets.UTF_8).length <= SHORT_STRING_BYTES;
    return fits ? value : null;
  }
}
