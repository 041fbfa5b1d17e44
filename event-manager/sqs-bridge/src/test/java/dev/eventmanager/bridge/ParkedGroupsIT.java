package dev.eventmanager.bridge;

import static dev.eventmanager.bridge.BridgeBench.eventually;
import static dev.eventmanager.bridge.BridgeBench.parked;
import static dev.eventmanager.emulator.Faults.entryFails;
import static dev.eventmanager.emulator.Faults.none;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.EventHeaders;
import dev.eventmanager.bridge.fixture.Operator;
import dev.eventmanager.codec.HeaderCodec;
import dev.eventmanager.testkit.WithBroker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What SQS will never take stands aside with its group, until an operator has decided. */
@WithBroker
@Timeout(180)
class ParkedGroupsIT {

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
  void parksARefusedEventAndHoldsItsKeyBackAcrossARestart() throws Exception {
    refuse("A2");
    try (var bridge = bench.bridge().start()) {
      bench.publish("A1", "A2", "B1", "A3");
      eventually().until(() -> parked(bridge), Long.valueOf(2)::equals);
    }
    bench.proxy.always(none());
    try (var bridge = bench.bridge().start()) {
      bench.publish("A4", "B2");
      eventually().until(() -> parked(bridge), Long.valueOf(3)::equals);

      assertThat(bodiesByGroup(bench.reader().take(3)))
          .isEqualTo(Map.of("A", List.of("A1"), "B", List.of("B1", "B2")));
    }
  }

  @Test
  void holdsAParkedKeyBackOnTheInstanceThatTakesOver() throws Exception {
    refuse("A1");
    var active = bench.bridge().start();
    try (var standby = bench.bridge().start()) {
      bench.publish("A1", "A2");
      eventually().until(() -> parked(active), Long.valueOf(2)::equals);
      active.close();
      bench.publish("A3", "B1");

      eventually().until(() -> parked(standby), Long.valueOf(3)::equals);
      assertThat(bodiesByGroup(bench.reader().take(1))).isEqualTo(Map.of("B", List.of("B1")));
    }
  }

  @Test
  void letsAnOperatorSeeAGroupAndReleaseItInOrderWithWhatArrivesMeanwhile() throws Exception {
    refuse("A1");
    try (var bridge = bench.bridge().withOperator().start()) {
      var operator = new Operator(bridge);
      bench.publish("A1", "A2", "A3");
      eventually().until(() -> parked(bridge), Long.valueOf(3)::equals);
      assertThat(operator.get("?key=A"))
          .contains("\"reason\":\"NOT_MIRRORED\"", "InvalidMessageContents", "BEHIND_PARKED");

      bench.proxy.always(none());
      operator.carryOut("""
          {"kind": "replay", "select": {"queue": "%s", "key": "A"}}""".formatted(bench.queue()));
      bench.publish("A4", "A5");

      assertThat(bodiesByGroup(bench.reader().take(5)))
          .isEqualTo(Map.of("A", List.of("A1", "A2", "A3", "A4", "A5")));
      eventually().until(() -> parked(bridge), Long.valueOf(0)::equals);
    }
    assertThat(bench.reader().rest()).isEmpty();
  }

  @Test
  void releasesAnEventWithTheHeadersOfItsPublisher() throws Exception {
    var event = bench.eventNamed("A1");
    var headers = EventHeaders.of(Map.of("tenant", "acme"));
    refuse("A1");
    try (var bridge = bench.bridge().withOperator().start()) {
      bench.publish(List.of(
          event.withMetadata(event.metadata().toBuilder().headers(headers).build())));
      eventually().until(() -> parked(bridge), Long.valueOf(1)::equals);
      var operator = new Operator(bridge);
      assertThat(operator.get("/events/" + operator.idOf("A1")))
          .contains("\"others\":{\"tenant\":\"acme\"}");

      bench.proxy.always(none());
      operator.carryOut("""
          {"kind": "replay", "select": {"queue": "%s", "key": "A"}}""".formatted(bench.queue()));

      assertThat(bench.reader().take(1))
          .extracting(message -> message.messageAttributes().get("headers").stringValue())
          .containsExactly(new HeaderCodec().encode(headers));
    }
  }

  @Test
  void parksAReleasedEventAgainThatSqsStillRefuses() throws Exception {
    refuse("A1");
    try (var bridge = bench.bridge().withOperator().start()) {
      bench.publish("A1", "A2", "B1");
      eventually().until(() -> parked(bridge), Long.valueOf(2)::equals);

      var outcome = new Operator(bridge).carryOut("""
          {"kind": "replay", "select": {"queue": "%s", "all": true}}""".formatted(bench.queue()));

      assertThat(outcome).contains("\"FAILED_AGAIN\":1");
      assertThat(parked(bridge)).isEqualTo(2);
      assertThat(bodiesByGroup(bench.reader().take(1))).isEqualTo(Map.of("B", List.of("B1")));
    }
  }

  @Test
  void goesOnWithTheGroupWhoseHeadAnOperatorDiscards() throws Exception {
    refuse("A1");
    try (var bridge = bench.bridge().withOperator().start()) {
      bench.publish("A1", "A2", "A3");
      eventually().until(() -> parked(bridge), Long.valueOf(3)::equals);
      var operator = new Operator(bridge);
      var head = operator.idOf("A1");

      operator.carryOut("""
          {"kind": "discard", "select": {"event": %d}, "reason": "nobody can read it"}""".formatted(head));

      assertThat(bodiesByGroup(bench.reader().take(2))).isEqualTo(Map.of("A", List.of("A2", "A3")));
    }
  }

  @Test
  void letsNobodySeeOrReleaseWhoIsNoOperator() throws Exception {
    try (var bridge = bench.bridge().withOperator().start()) {
      assertThat(Operator.stranger(bridge).status("")).isEqualTo(401);
      assertThat(new Operator(bridge).status("")).isEqualTo(200);
    }
  }

  private void refuse(String name) {
    bench.proxy.always(entryFails(name, "InvalidMessageContents", true));
  }
}
