package dev.eventmanager.benchmarks.contestants;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.benchmarks.run.Contestant.Place;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.message.EventMessageWriter;
import java.io.IOException;
import java.time.Instant;

/** How much is sent along of what the library says of an event beside its body. */
enum Metadata {
  NONE,
  PROPERTIES,
  HEADERS,
  ALL,
  /** None, and a body that is longer by as many bytes. */
  AS_LONG;

  private static final BasicProperties JSON = new BasicProperties.Builder()
      .contentType("application/json")
      .deliveryMode(2)
      .build();
  private static final EventMessageWriter WRITER = new EventMessageWriter();
  private static final EventIds IDS = EventIds.uuidV7();
  private static final String SOME_KEY = "purchase-500";

  /** The properties of an event with this ordering key. */
  BasicProperties properties(Place place, String orderingKey) {
    return switch (this) {
      case NONE, AS_LONG -> JSON;
      case PROPERTIES -> all(place, orderingKey).builder().headers(null).build();
      case HEADERS ->
        JSON.builder().headers(all(place, orderingKey).getHeaders()).build();
      case ALL -> all(place, orderingKey);
    };
  }

  /** By how many bytes the body is longer. */
  int padding(Place place) throws IOException {
    return this == AS_LONG ? length(all(place, SOME_KEY)) - length(JSON) : 0;
  }

  private static int length(BasicProperties properties) throws IOException {
    return properties.toFrame(0, 0).size();
  }

  private static BasicProperties all(Place place, String orderingKey) {
    return WRITER.properties(new EventMetadata.Builder()
        .id(IDS.next())
        .exchange(place.name())
        .routingKey(place.routingKey())
        .source("benchmark")
        .time(Instant.now())
        .orderingKey(orderingKey)
        .build());
  }
}
