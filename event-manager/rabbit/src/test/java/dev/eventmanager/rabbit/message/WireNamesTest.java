package dev.eventmanager.rabbit.message;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.Twins;
import dev.eventmanager.rabbit.topology.Topology;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others rely on. A change here breaks every service that is not rebuilt with it. */
class WireNamesTest {

  private final BasicProperties properties = new EventMessageWriter()
      .properties(new EventMetadata.Builder()
          .id("0197f1f8-9c4e-7a3b-8f5e-2d1c0b9a8f7e")
          .exchange("order")
          .routingKey("order.v2.submit")
          .source("order-service")
          .time(Instant.parse("2026-03-01T12:00:00.5Z"))
          .orderingKey("1")
          .correlationId("conversation")
          .causationId("cause")
          .traceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
          .tracestate("vendor=1")
          .origin("berlin")
          .twins(new Twins("0197f1f8-9c4e-7a3b-8f5e-2d1c0b9a8f7e", List.of(2, 1)))
          .build());

  @Test
  void propertiesAreFrozen() {
    assertThat(properties.getMessageId()).isEqualTo("0197f1f8-9c4e-7a3b-8f5e-2d1c0b9a8f7e");
    assertThat(properties.getType()).isEqualTo("order.v2.submit");
    assertThat(properties.getContentType()).isEqualTo("application/json");
    assertThat(properties.getTimestamp())
        .isEqualTo(Date.from(Instant.parse("2026-03-01T12:00:00.5Z")));
    assertThat(properties.getAppId()).isEqualTo("order-service");
    assertThat(properties.getCorrelationId()).isEqualTo("conversation");
    assertThat(properties.getDeliveryMode()).isEqualTo(2);
  }

  @Test
  void headersAreFrozen() {
    assertThat(properties.getHeaders())
        .isEqualTo(Map.ofEntries(
            entry("cloudEvents:specversion", "1.0"),
            entry("cloudEvents:id", "0197f1f8-9c4e-7a3b-8f5e-2d1c0b9a8f7e"),
            entry("cloudEvents:source", "order-service"),
            entry("cloudEvents:type", "order.v2.submit"),
            entry("cloudEvents:time", "2026-03-01T12:00:00.500Z"),
            entry("cloudEvents:subject", "1"),
            entry("cloudEvents:correlationid", "conversation"),
            entry("cloudEvents:causationid", "cause"),
            entry("cloudEvents:origin", "berlin"),
            entry("cloudEvents:twins", "0197f1f8-9c4e-7a3b-8f5e-2d1c0b9a8f7e 2 1"),
            entry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            entry("tracestate", "vendor=1")));
  }

  @Test
  void namesOfPartitionsAreFrozen() {
    assertThat(Topology.builder().partitions("billing_order", 3).build().queuesOf("billing_order"))
        .containsExactly("billing_order.1", "billing_order.2", "billing_order.3");
    assertThat(EventMessageWriter.ORDERING_KEY).isEqualTo("cloudEvents:subject");
  }

  @Test
  void nameOfParkedQueueIsFrozen() {
    assertThat(Topology.parkedQueue("billing_order")).isEqualTo("billing_order.parked");
  }
}
