package dev.eventmanager.jdbc;

import dev.eventmanager.EventHeaders;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.Twins;
import dev.eventmanager.codec.EncodedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Events for tests. */
public final class Events {

  public static final Instant TIME = Instant.parse("2026-05-04T10:15:30.123456Z");

  private Events() {}

  /** An event of a key; its id tells both, such as {@code order-7/3}. */
  public static EncodedEvent event(String orderingKey, int number) {
    EventMetadata metadata = new EventMetadata.Builder()
        .id(orderingKey + "/" + number)
        .exchange("order")
        .routingKey("order.v1.submit")
        .source("order-service")
        .time(TIME)
        .orderingKey(orderingKey)
        .build();
    return new EncodedEvent(metadata, "{\"id\":7}".getBytes(StandardCharsets.UTF_8));
  }

  /** The event with every optional attribute set. */
  public static EncodedEvent fullEvent() {
    EncodedEvent event = event("order-7", 1);
    return event.withMetadata(event.metadata().toBuilder()
        .correlationId("order-7/0")
        .causationId("order-6/9")
        .traceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .tracestate("vendor=1")
        .origin("berlin")
        .twins(new Twins("order-7/1", List.of(3, 1)))
        .headers(EventHeaders.of(Map.of("tenant \0", "Zo\u00EB \0", "attempt", 3)))
        .build());
  }

  /** As {@link #event} in version 3, with a twin of version 2 and one of version 1. */
  public static EncodedEvent eventWithTwins(String orderingKey, int number) {
    EncodedEvent event = event(orderingKey, number);
    String id = event.metadata().id();
    return new EncodedEvent(
        event.metadata().toBuilder()
            .routingKey("order.v3.submit")
            .twins(new Twins(id, List.of(3, 2, 1)))
            .build(),
        event.body(),
        List.of(new byte[] {'2'}, new byte[] {'1', '\n', 0}));
  }

  /** The ids of a key's events 1 to n. */
  public static List<String> ids(String orderingKey, int n) {
    return IntStream.rangeClosed(1, n).mapToObj(i -> orderingKey + "/" + i).toList();
  }
}
