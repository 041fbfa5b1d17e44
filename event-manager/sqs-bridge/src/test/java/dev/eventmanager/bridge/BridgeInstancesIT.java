package dev.eventmanager.bridge;

import static dev.eventmanager.bridge.BridgeBench.eventually;
import static dev.eventmanager.bridge.BridgeBench.idsByKey;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.database.PostgresSchema;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several bridges on RabbitMQ that share a PostgreSQL. */
@WithBroker(BrokerKind.RABBITMQ)
@Timeout(300)
class BridgeInstancesIT {

  private static final int KEYS = 100;

  private BridgeBench bench;
  private PostgresSchema database;

  @BeforeEach
  void open(ConnectionFactory factory) throws Exception {
    bench = new BridgeBench(factory);
    database = PostgresSchema.create("bridge");
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
    database.close();
  }

  @Test
  void losesRepeatsAndReordersNothingWhenKilled() throws Exception {
    bench.bridge().start().close(); // leaves its queue behind, bound
    var events = bench.events(KEYS, 30);
    bench.publish(events);
    var killed = bench.bridge().fork();
    try {
      eventually().until(() -> bench.proxy.sends() > 20);
    } finally {
      killed.destroyForcibly().waitFor();
    }

    try (var next = bench.bridge().start()) {
      assertThat(bodiesByGroup(bench.reader().take(events.size()))).isEqualTo(idsByKey(events));
      eventually().until(() -> BridgeProcess.isUp(next));
    }
    assertThat(bench.reader().rest()).isEmpty();
  }

  @Test
  void goesOnInOrderOnTheOtherInstanceWhenOneIsKilled() throws Exception {
    assertNothingIsLostRepeatedOrReorderedWhenOneOfTwoIsKilled(bridge());
  }

  @Test
  void sharesTheWorkByPartitionsAndGoesOnInOrderWhenOneIsKilled() throws Exception {
    assertNothingIsLostRepeatedOrReorderedWhenOneOfTwoIsKilled(inPartitions());
  }

  @Test
  void givesEachOfTwoInstancesPartitions() throws Exception {
    var published = new ArrayList<EncodedEvent>();
    try (var one = inPartitions().start();
        var other = inPartitions().start()) {
      eventually().until(() -> {
        var turn = published.size() / KEYS;
        var more = bench.events(KEYS, turn, turn + 1);
        bench.publish(more);
        published.addAll(more);
        return BridgeProcess.sent(one) > 0 && BridgeProcess.sent(other) > 0;
      });

      assertThat(bodiesByGroup(bench.reader().take(published.size())))
          .isEqualTo(idsByKey(published));
    }
    assertThat(bench.reader().rest()).isEmpty();
  }

  private void assertNothingIsLostRepeatedOrReorderedWhenOneOfTwoIsKilled(BridgeProcess settings)
      throws Exception {
    var events = bench.events(KEYS, 60);
    var doomed = settings.fork();
    try (var other = settings.start()) {
      bench.publish(events.subList(0, 3_000));
      eventually().until(() -> bench.proxy.sends() > 20);
      doomed.destroyForcibly().waitFor();
      bench.publish(events.subList(3_000, 6_000));

      assertThat(bodiesByGroup(bench.reader().take(events.size()))).isEqualTo(idsByKey(events));
      eventually().until(() -> BridgeProcess.isUp(other));
    } finally {
      doomed.destroyForcibly().waitFor();
    }
    assertThat(bench.reader().rest()).isEmpty();
  }

  private BridgeProcess inPartitions() {
    return bridge().set("bridge.routes[0].partitions", 4);
  }

  private BridgeProcess bridge() {
    return bench.bridge().set("spring.datasource.url", database.url());
  }
}
