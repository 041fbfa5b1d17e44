package dev.eventmanager.rabbit.message;

import com.rabbitmq.client.LongString;
import com.rabbitmq.client.impl.LongStringHelper;
import dev.eventmanager.EventHeaders;
import dev.eventmanager.EventHeaders.Bytes;
import dev.eventmanager.EventHeaders.RawText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The headers of other publishers, from the AMQP client's types and back. Stateless. */
final class ForeignHeaders {

  private ForeignHeaders() {}

  /**
   * Those that are neither ours nor the broker's.
   *
   * @param leftOut told of each that is nested too deep to be kept
   */
  static EventHeaders read(Map<String, @Nullable Object> headers, Runnable leftOut) {
    Map<String, @Nullable Object> foreign = Map.of();
    for (Map.Entry<String, @Nullable Object> header : headers.entrySet()) {
      if (!Headers.isForeign(header.getKey())) {
        continue;
      }
      if (isDeeperThan(EventHeaders.MOST_LEVELS, header.getValue())) {
        leftOut.run();
        continue;
      }
      if (foreign.isEmpty()) {
        foreign = new LinkedHashMap<>();
      }
      foreign.put(header.getKey(), fromAmqp(header.getValue()));
    }
    return EventHeaders.of(foreign);
  }

  /** What came by another way than AMQP may bear any name, also ours. */
  static void write(EventHeaders foreign, Map<String, Object> headers) {
    foreign.asMap().forEach((name, value) -> {
      if (Headers.isForeign(name)) {
        headers.put(name, toAmqp(value));
      }
    });
  }

  private static boolean isDeeperThan(int levels, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return levels == 0 || list.stream().anyMatch(each -> isDeeperThan(levels - 1, each));
    }
    if (value instanceof Map<?, ?> table) {
      return levels == 0
          || table.values().stream().anyMatch(each -> isDeeperThan(levels - 1, each));
    }
    return false;
  }

  private static @Nullable Object fromAmqp(@Nullable Object value) {
    if (value instanceof LongString text) {
      return text(text.getBytes());
    }
    if (value instanceof byte[] bytes) {
      return Bytes.of(bytes);
    }
    if (value instanceof Date time) {
      return Instant.ofEpochMilli(time.getTime());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ForeignHeaders::fromAmqp).collect(Collectors.toList());
    }
    if (value instanceof Map<?, ?> table) {
      Map<String, @Nullable Object> values = new HashMap<>();
      table.forEach((name, each) -> values.put(String.valueOf(name), fromAmqp(each)));
      return values;
    }
    return value;
  }

  private static @Nullable Object toAmqp(@Nullable Object value) {
    if (value instanceof RawText text) {
      return LongStringHelper.asLongString(text.bytes().toArray());
    }
    if (value instanceof Bytes bytes) {
      return bytes.toArray();
    }
    if (value instanceof Instant time) {
      return Date.from(time);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ForeignHeaders::toAmqp).collect(Collectors.toList());
    }
    if (value instanceof Map<?, ?> table) {
      Map<String, @Nullable Object> values = new HashMap<>();
      table.forEach((name, each) -> values.put(String.valueOf(name), toAmqp(each)));
      return values;
    }
    return value;
  }

  private static Object text(byte[] bytes) {
    try {
      // A fresh decoder reports malformed input instead of replacing it.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new RawText(Bytes.of(bytes));
    }
  }
}
