package dev.eventmanager.bridge;

import static dev.eventmanager.bridge.BridgeBench.eventually;
import static dev.eventmanager.bridge.BridgeBench.idsByKey;
import static dev.eventmanager.bridge.BridgeBench.on;
import static dev.eventmanager.bridge.BridgeBench.parked;
import static dev.eventmanager.emulator.Faults.entryFails;
import static dev.eventmanager.emulator.Faults.none;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static dev.eventmanager.sqs.fixture.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.EventHeaders;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.testkit.WithBroker;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One group with nearly all of the traffic, and with more than the window holds. {@code
 * -Dbridge.test.cold=10000} is the long form.
 */
@WithBroker
@Timeout(300)
class HardCaseOfAHotGroupIT {

  private static final int COLD = Integer.getInteger("bridge.test.cold", 40);
  private static final int HOT = 19 * COLD;
  private static final EventHeaders STRANGER = EventHeaders.of(Map.of("tenant", "acme"));

  private BridgeBench bench;

  @BeforeEach
  void open(ConnectionFactory factory) throws Exception {
    bench = new BridgeBench(factory);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  /** The hot group does not move at all until every cold event has got through. */
  @Test
  @DisplayName(
      "13. One group with 95 % of the traffic beside 10,000 cold groups: cold groups stay fast, strict order, prefetch not pinned")
  void coldGroupsGetThroughThoughTheHotOneWouldFillTheWindow() throws Exception {
    var hot = events("hot", HOT);
    var cold = new ArrayList<EncodedEvent>();
    for (int i = 0; i < COLD; i++) {
      cold.addAll(events("cold-" + i, 1));
    }
    bench.proxy.always(entryFails("hot-0", "InternalError", false));
    var settings = bench
        .bridge()
        .set("bridge.prefetch", 200)
        .set("event-manager.consumer.retry.max-delay", "200ms");
    settings.start().close(); // leaves its queue behind, bound
    bench.publish(Stream.concat(hot.stream(), cold.stream()).toList());

    try (var bridge = settings.start()) {
      assertThat(bodiesByGroup(bench.reader().take(COLD))).isEqualTo(idsByKey(cold));
      bench.proxy.always(none());

      var messages = bench.reader().take(HOT);
      assertThat(bodiesByGroup(messages)).isEqualTo(idsByKey(hot));
      assertThat(messages)
          .allSatisfy(message -> assertThat(message.messageAttributes()).containsKey("headers"));
      eventually().until(() -> parked(bridge), Long.valueOf(0)::equals);
      assertThat(bridge
              .getBean(MeterRegistry.class)
              .get("bridge.events.taken.aside")
              .counter()
              .count())
          .isPositive();
    }
    assertThat(bench.reader().rest()).isEmpty();
  }

  private static EncodedEvent of(EventHeaders headers, EncodedEvent event) {
    return event.withMetadata(event.metadata().toBuilder().headers(headers).build());
  }

  private List<EncodedEvent> events(String key, int count) {
    var events = new ArrayList<EncodedEvent>();
    for (int i = 0; i < count; i++) {
      events.add(of(STRANGER, on(bench.orders, event(key, key + "-" + i))));
    }
    return events;
  }
}
