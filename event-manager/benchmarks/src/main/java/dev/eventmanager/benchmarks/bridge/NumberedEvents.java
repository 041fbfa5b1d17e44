package dev.eventmanager.benchmarks.bridge;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.publishing.EventIds;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Events of 1,024 bytes that are numbered from 1 within their key, so that whoever reads them can
 * tell whether one is missing, twice there or out of its place. Thread-safe, if each key is one
 * thread's.
 */
final class NumberedEvents {

  private static final int BYTES = 1_024;
  private static final String START = "{\"number\":";

  private final EventIds ids = EventIds.uuidV7();
  private final Clock clock = Clock.systemUTC();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  private final String exchange;

  NumberedEvents(String exchange) {
    this.exchange = exchange;
  }

  EncodedEvent next(String key) {
    EventMetadata metadata = new EventMetadata.Builder()
        .id(ids.next())
        .exchange(exchange)
        .routingKey(exchange + ".v1.submit")
        .source("benchmark")
        .time(clock.instant())
        .orderingKey(key)
        .build();
    return new EncodedEvent(metadata, body(counts.merge(key, 1, Integer::sum)));
  }

  /** Counts every key from 1 again. */
  void restart() {
    counts.clear();
  }

  /** How many there were of each key. */
  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  /** The number in a body of these. */
  static int number(String body) {
    return Integer.parseInt(body.substring(START.length(), body.indexOf(',')));
  }

  private static byte[] body(int number) {
    String start = START + number + ",\"filler\":\"";
    String end = "\"}";
    return (start + "x".repeat(BYTES - start.length() - end.length()) + end)
        .getBytes(StandardCharsets.UTF_8);
  }
}
