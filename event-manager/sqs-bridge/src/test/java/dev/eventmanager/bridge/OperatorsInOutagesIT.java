package dev.eventmanager.bridge;

import static dev.eventmanager.bridge.BridgeBench.eventually;
import static dev.eventmanager.emulator.Faults.none;
import static dev.eventmanager.emulator.Faults.unavailable;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.bridge.fixture.Operator;
import dev.eventmanager.emulator.SettableClock;
import dev.eventmanager.testkit.WithBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What operators do to a route while its SQS is away for longer than its patience. */
@WithBroker
@Timeout(180)
class OperatorsInOutagesIT {

  private static final Duration LONGER_THAN_ITS_PATIENCE = Duration.ofMinutes(6);

  private final SettableClock clock = SettableClock.ticking();
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
  void stopARouteThatStaysStoppedWhenSqsIsBack() throws Exception {
    try (var bridge = bench.bridge().withOperator().with(clock).start()) {
      var operator = Operator.ofRoutes(bridge);
      letGo(operator);

      operator.ask("/stop", "{}");
      assertThat(state(operator)).isEqualTo("STOPPED");
      bench.proxy.everywhere(none());
      eventually().until(() -> !route(operator).hasNonNull("waitsFor"));

      assertThat(state(operator)).isEqualTo("STOPPED");
      assertThat(route(operator).get("waiting").asInt()).isEqualTo(3);
      operator.ask("/start", "{}");
      assertAllGetThrough(operator);
    }
  }

  @Test
  void startARouteThatGoesOnOnlyWhenSqsIsBack() throws Exception {
    try (var bridge = bench.bridge().withOperator().with(clock).start()) {
      var operator = Operator.ofRoutes(bridge);
      letGo(operator);

      operator.ask("/stop", "{}");
      operator.ask("/start", "{}");
      assertThat(state(operator)).isEqualTo("WAITING");
      bench.proxy.everywhere(none());

      assertAllGetThrough(operator);
    }
  }

  @Test
  void drainWhatIsInHandThoughItsPatienceEnds() throws Exception {
    bench.proxy.always(unavailable());
    try (var bridge = bench.bridge().withOperator().with(clock).start()) {
      var operator = Operator.ofRoutes(bridge);
      bench.publish("A1", "A2", "B1");
      eventually().until(() -> route(operator).get("inHand").asInt() == 2);

      operator.ask("/drain", "{}");
      clock.advance(LONGER_THAN_ITS_PATIENCE);
      awaitFurtherAttempts(bridge);
      assertThat(state(operator)).isEqualTo("DRAINING");
      bench.proxy.always(none());

      eventually().until(() -> state(operator), "STOPPED"::equals);
      assertThat(bodiesByGroup(bench.reader().take(2)))
          .isEqualTo(Map.of("A", List.of("A1"), "B", List.of("B1")));
    }
  }

  /** Three events are on the broker again, and it has no consumer. */
  private void letGo(Operator operator) throws Exception {
    bench.proxy.everywhere(unavailable());
    bench.publish("A1", "A2", "B1");
    eventually().until(() -> state(operator), "WAITING"::equals);
    clock.advance(LONGER_THAN_ITS_PATIENCE);
    eventually().until(() -> route(operator).get("waiting").asInt() == 3);
    assertThat(state(operator)).isEqualTo("WAITING");
  }

  private void assertAllGetThrough(Operator operator) {
    assertThat(bodiesByGroup(bench.reader().take(3)))
        .isEqualTo(Map.of("A", List.of("A1", "A2"), "B", List.of("B1")));
    eventually().until(() -> state(operator), "FLOWING"::equals);
  }

  private void awaitFurtherAttempts(ConfigurableApplicationContext bridge) {
    var sends = bench.proxy.sends();
    eventually().until(() -> bench.proxy.sends() > sends + 1);
    assertThat(BridgeProcess.sent(bridge)).isZero();
  }

  private static String state(Operator operator) {
    return route(operator).get("state").asString();
  }

  private static JsonNode route(Operator operator) {
    return operator.json("").get("routes").get(0);
  }
}
