package dev.eventmanager.jdbc.schema;

import dev.eventmanager.EventHeaders;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.Twins;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.HeaderCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns that hold an event, the same in every table that has them. For the packages of this
 * module; stateless.
 *
 * <p>Times are kept to the microsecond, as the databases do.
 */
public final class EventColumns {

  /** The columns of the metadata. */
  public static final String METADATA =
      "event_id, exchange, routing_key, source, occurred_at, ordering_key,"
          + " correlation_id, causation_id, traceparent, tracestate, twins, origin, headers";

  /** All columns, in the order of {@link #values}. */
  public static final String NAMES = METADATA + ", body";

  /** One placeholder for each column. */
  public static final String PLACEHOLDERS = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

  private static final HeaderCodec HEADERS = new HeaderCodec();

  private static final int LONGEST_ID = 255;
  private static final int KEPT_OF_LONG_ID = 128;

  private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

  private EventColumns() {}

  /** An event's values, in the order of {@link #NAMES}. */
  public static @Nullable Object[] values(EncodedEvent event) {
    EventMetadata metadata = event.metadata();
    return new @Nullable Object[] {
      id(metadata.id()),
      text(metadata.exchange()),
      text(metadata.routingKey()),
      text(metadata.source()),
      timestamp(inRange(metadata.time())),
      text(metadata.orderingKey()),
      metadata.correlationId().map(EventColumns::text).orElse(null),
      metadata.causationId().map(EventColumns::text).orElse(null),
      metadata.traceparent().map(EventColumns::text).orElse(null),
      metadata.tracestate().map(EventColumns::text).orElse(null),
      metadata.twins().map(Twins::toString).orElse(null),
      metadata.origin().map(EventColumns::text).orElse(null),
      metadata.headers().isEmpty() ? null : HEADERS.encode(metadata.headers()),
      event.body()
    };
  }

  /**
   * An event id as it is stored. The library's own are short; a stranger's of any length is cut to
   * what an index entry holds, with a hash that keeps it unique.
   */
  public static String id(String id) {
    String text = text(id);
    return text.length() <= LONGEST_ID
        ? text
        : text.substring(0, KEPT_OF_LONG_ID) + "#"
            + HexFormat.of().formatHex(sha256().digest(utf8(text)));
  }

  /**
   * Tells events apart that came under one event id: 64 bits of a hash over routing key and body. The
   * same in every instance and for ever.
   */
  public static long fingerprint(EncodedEvent event) {
    MessageDigest sha256 = sha256();
    sha256.update(utf8(text(event.metadata().routingKey())));
    sha256.update((byte) 0);
    return ByteBuffer.wrap(sha256.digest(event.body())).getLong();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  /** The time, or the nearest that the databases can store. */
  private static Instant inRange(Instant time) {
    if (time.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return time.isAfter(LATEST) ? LATEST : time;
  }

  /** Text as PostgreSQL can store it: it has no character 0, which a stranger's event may carry. */
  public static String text(String text) {
    return text.replace('\0', '\uFFFD');
  }

  /** The event in the current row. */
  public static EncodedEvent read(ResultSet row) throws SQLException {
    return new EncodedEvent(readMetadata(row), row.getBytes("body"));
  }

  /** The metadata in the current row, which need not have the body. */
  public static EventMetadata readMetadata(ResultSet row) throws SQLException {
    return new EventMetadata.Builder()
        .id(row.getString("event_id"))
        .exchange(row.getString("exchange"))
        .routingKey(row.getString("routing_key"))
        .source(row.getString("source"))
        .time(instant(row, "occurred_at"))
        .orderingKey(row.getString("ordering_key"))
        .correlationId(Optional.ofNullable(row.getString("correlation_id")))
        .causationId(Optional.ofNullable(row.getString("causation_id")))
        .traceparent(Optional.ofNullable(row.getString("traceparent")))
        .tracestate(Optional.ofNullable(row.getString("tracestate")))
        .origin(Optional.ofNullable(row.getString("origin")))
        .twins(Optional.ofNullable(row.getString("twins")).flatMap(Twins::parse))
        .headers(headers(row.getString("headers")))
        .build();
  }

  private static EventHeaders headers(@Nullable String text) {
    return text == null ? EventHeaders.NONE : HEADERS.decode(text);
  }

  /** A point in time, as both drivers take it for a timestamp with time zone. */
  public static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** The point in time in a column of the current row. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** The point in time in a column that may be null. */
  public static Optional<Instant> instantOrNone(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
