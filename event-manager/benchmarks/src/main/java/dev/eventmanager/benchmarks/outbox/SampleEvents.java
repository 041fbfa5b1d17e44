package dev.eventmanager.benchmarks.outbox;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.benchmarks.measuring.Machine;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.publishing.EventIds;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Events of the size of an order with two lines, over many ordering keys. Thread-safe. */
final class SampleEvents {

  private static final int KEYS = 10_000;
  private static final byte[] BODY = """
      {"id":"1001","customer":"c-1001","currency":"EUR","lines":[{"product":"tea","quantity":2,\
      "price":"3.00"},{"product":"mug","quantity":1,"price":"4.50"}],"deliverTo":{"name":\
      "Customer 1001","street":"1 Mill Lane","city":"Turin","postcode":"10121","country":"IT"}}""".getBytes(StandardCharsets.UTF_8);

  private final EventIds ids = EventIds.uuidV7();
  private final Clock clock = Clock.systemUTC();
  private final AtomicLong count = new AtomicLong();

  EncodedEvent next() {
    return of("order-" + count.incrementAndGet() % KEYS);
  }

  EncodedEvent of(String orderingKey) {
    EventMetadata metadata = new EventMetadata.Builder()
        .id(ids.next())
        .exchange(Machine.EXCHANGE)
        .routingKey("benchmark.v1.submit")
        .source("benchmark")
        .time(clock.instant())
        .orderingKey(orderingKey)
        .build();
    return new EncodedEvent(metadata, BODY);
  }
}
