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
import dev.eventmanager.bridge.fixture.Operator;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.testkit.WithBroker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A group behind an event that SQS will never take, and a process that dies while it is parked. */
@WithBroker
@Timeout(300)
class HardCaseOfAPoisonHeadIT {

  private static final int SUCCESSORS = 1_000;

  private BridgeBench bench;

  @BeforeEach
  void open(ConnectionFactory factory) throws Exception {
    bench = new BridgeBench(factory);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  @DisplayName(
      "9. Poison head with 1,000 successors, crash while parking, release: exact order, other groups flow")
  void releasesAGroupInItsOrderThoughTheProcessDiedWhileParkingIt() throws Exception {
    bench.proxy.always(entryFails("A-0", "InvalidMessageContents", true));
    var group = events("A", 1 + SUCCESSORS);
    var others = events("B", 20);
    bench.bridge().start().close(); // leaves its queue behind, bound
    bench.publish(List.of(group.get(0), others.get(0)));
    bench.publish(group.subList(1, group.size()));
    bench.publish(others.subList(1, others.size()));
    var dying = bench.bridge().fork();
    var mirrored = new ArrayList<>(bench.reader().take(1));
    dying.destroyForcibly().waitFor();

    try (var bridge = bench.bridge().withOperator().start()) {
      eventually().until(() -> parked(bridge), Long.valueOf(1 + SUCCESSORS)::equals);
      mirrored.addAll(bench.reader().take(others.size() - mirrored.size()));
      assertThat(bodiesByGroup(mirrored)).isEqualTo(idsByKey(others));
      bench.proxy.always(none());
      new Operator(bridge).carryOut("""
          {"kind": "replay", "select": {"queue": "%s", "key": "A"}}""".formatted(bench.queue()));

      assertThat(bodiesByGroup(bench.reader().take(1 + SUCCESSORS))).isEqualTo(idsByKey(group));
      eventually().until(() -> parked(bridge), Long.valueOf(0)::equals);
    }
    assertThat(bench.reader().rest()).isEmpty();
  }

  private List<EncodedEvent> events(String key, int count) {
    var events = new ArrayList<EncodedEvent>();
    for (int i = 0; i < count; i++) {
      events.add(on(bench.orders, event(key, key + "-" + i)));
    }
    return events;
  }
}
