package dev.eventmanager.bridge;

import static dev.eventmanager.bridge.BridgeBench.eventually;
import static dev.eventmanager.bridge.BridgeBench.idsByKey;
import static dev.eventmanager.emulator.Faults.entryFails;
import static dev.eventmanager.emulator.Faults.none;
import static dev.eventmanager.emulator.Faults.unavailable;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.bridge.fixture.Operator;
import dev.eventmanager.bridge.fixture.Subscriber;
import dev.eventmanager.bridge.notifications.Notices;
import dev.eventmanager.sqs.mapping.MessageMapping;
import dev.eventmanager.sqs.queue.FifoQueues;
import dev.eventmanager.testkit.WithBroker;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What operators see of the routes of a running bridge, and do with them. */
@WithBroker
@Timeout(180)
class OperatorsIT {

  private BridgeBench bench;

  @BeforeEach
  void open(ConnectionFactory factory) throws Exception {
    bench = new BridgeBench(factory);
  }

  @AfterEach
  void close(ConnectionFactory factory) throws Exception {
    try (var connection = factory.newConnection();
        var channel = connection.createChannel()) {
      channel.queueDelete(bench.queue() + ".audit");
    }
    bench.close();
  }

  @Test
  void areAskedWhoTheyAre() throws Exception {
    try (var bridge = bench.bridge().withOperator().start()) {
      assertThat(Operator.strangerToRoutes(bridge).status("")).isEqualTo(401);
      assertThat(
              Operator.strangerToRoutes(bridge).ask("/stop", "{}").get("status").asInt())
          .isEqualTo(401);
      assertThat(Operator.ofRoutes(bridge).status("")).isEqualTo(200);
      assertThat(Operator.ofRoutes(bridge).ask("/stop", "{\"route\":\"x\"}").toString())
          .contains("There is no route", bench.target);
    }
  }

  @Test
  void stopAndStartARouteThatLosesRepeatsAndReordersNothing() throws Exception {
    var events = bench.events(50, 40);
    try (var bridge = bench.bridge().withOperator().start()) {
      var operator = Operator.ofRoutes(bridge);
      bench.publish(events.subList(0, 1_000));
      eventually().until(() -> BridgeProcess.sent(bridge) > 100);

      operator.ask("/stop", "{}");
      eventually().until(() -> state(operator), "STOPPED"::equals);
      bench.publish(events.subList(1_000, 2_000));
      eventually().until(() -> route(operator).get("waiting").asLong() >= 1_000);
      eventually().until(() -> waitingByMetric(bridge.getBean(MeterRegistry.class)) >= 1_000);

      operator.ask("/start", "{\"route\":\"%s\"}".formatted(bench.target));
      assertThat(bodiesByGroup(bench.reader().take(2_000))).isEqualTo(idsByKey(events));
      eventually().until(() -> state(operator), "FLOWING"::equals);
    }
    assertThat(bench.reader().rest()).isEmpty();
  }

  @Test
  void neverSeeARouteFlowThatTheyHaveDrained() throws Exception {
    try (var bridge = bench.bridge().withOperator().start()) {
      var operator = Operator.ofRoutes(bridge);
      for (int i = 0; i < 10; i++) {
        eventually().until(() -> state(operator), "FLOWING"::equals);
        assertThat(answered(operator.ask("/drain", "{}"))).isIn("DRAINING", "STOPPED");
        assertThat(answered(operator.ask("/start", "{}"))).isIn("CONNECTING", "FLOWING");
      }
    }
  }

  private static String answered(JsonNode answer) {
    return answer.get("routes").get(0).get("state").asString();
  }

  @Test
  void drainWhatIsInHandHoweverLongSqsIsAway() throws Exception {
    bench.proxy.always(unavailable());
    try (var bridge =
        bench.bridge().withOperator().set("bridge.shutdown-timeout", "1ms").start()) {
      var operator = Operator.ofRoutes(bridge);
      bench.publish("A1", "B1", "C1");
      eventually().until(() -> route(operator).get("inHand").asInt() == 3);
      eventually().until(() -> state(operator), "WAITING"::equals);
      assertThat(route(operator).get("waitsFor").asString()).contains("503");

      operator.ask("/drain", "{}");
      assertThat(state(operator)).isEqualTo("DRAINING");
      bench.publish("A2");
      bench.proxy.always(none());

      eventually().until(() -> state(operator), "STOPPED"::equals);
      assertThat(bodiesByGroup(bench.reader().take(3)).keySet()).containsOnly("A", "B", "C");
      eventually().until(() -> route(operator).get("waiting").asInt() == 1);
    }
  }

  @Test
  void stopAndStartRoutesFromSqsAndFromS3AsWell(ConnectionFactory factory) throws Exception {
    var incoming = new FifoQueues(bench.plain, "SQS").open("in-" + bench.target, true);
    var uploads = bench.plain.createQueue(r -> r.queueName("uploads")).join().queueUrl();
    bench.publisher.declareExchange("s3");
    var allKinds = bench
        .bridge()
        .withOperator()
        .set("bridge.name", "berlin")
        .set("bridge.reverse[0].from", incoming.name())
        .set("bridge.notifications[0].from", "uploads")
        .set("bridge.notifications[0].settle", "0s");
    try (var bridge = allKinds.start();
        var orders = new Subscriber(factory, bench.orders);
        var objects = new Subscriber(factory, "s3")) {
      var operator = Operator.ofRoutes(bridge);
      var reverse = "reverse:" + incoming.name();
      eventually()
          .until(
              () -> states(operator),
              Map.of(bench.target, "FLOWING", reverse, "FLOWING", "notifications", "FLOWING")
                  ::equals);
      operator.ask("/stop", "{\"route\":\"%s\"}".formatted(reverse));
      operator.ask("/drain", "{\"route\":\"notifications\"}");
      eventually()
          .until(
              () -> states(operator),
              Map.of(bench.target, "FLOWING", reverse, "STOPPED", "notifications", "STOPPED")
                  ::equals);
      assertThat(BridgeProcess.isUp(bridge)).isFalse();
      send(incoming.url(), "X1", "");
      bench
          .plain
          .sendMessage(r -> r.queueUrl(uploads).messageBody(Notices.put("a", "1")))
          .join();
      eventually().until(() -> route(operator, reverse).get("waiting").asInt() == 1);
      eventually().until(() -> route(operator, "notifications").get("waiting").asInt() == 1);
      assertThat(orders.events()).isEmpty();
      assertThat(objects.events()).isEmpty();

      operator.ask("/start", "{}");

      eventually().until(() -> orders.events().size() == 1 && objects.events().size() == 1);
      eventually()
          .until(() -> states(operator).values(), all -> Set.of("FLOWING").containsAll(all));
    }
  }

  @Test
  void areToldEachEventThatIsMissingExtraOrOutOfOrder() throws Exception {
    var audited = bench.bridge().withOperator().set("bridge.routes[0].audit", "1h");
    try (var bridge = audited.start()) {
      bench.publish("A1", "A2", "A3", "B1", "B2", "C1");
      assertThat(bench.reader().take(6)).hasSize(6);
      putBack("A3", "A1", "A2", "B2", "C1", "C9");

      var verification =
          verified(Operator.ofRoutes(bridge), """
          {"route": "%s", "from": "10m", "settle": "0s", "queue": "%s", "consume": true}""".formatted(bench.target, bench.target));

      assertThat(verification.get("agrees").asBoolean()).isFalse();
      assertThat(findings(verification))
          .containsExactlyInAnyOrder(
              tuple("MISSING", "B1"),
              tuple("EXTRA", "C9"),
              tuple("REORDERED", "A1"),
              tuple("REORDERED", "A2"));
    }
  }

  @Test
  void areToldByTheReceiptsOfTheMirrorWhatItHolds() throws Exception {
    bench.proxy.always(entryFails("B1", "InvalidMessageContents", true));
    var audited = bench.bridge().withOperator().set("bridge.routes[0].audit", "1h");
    try (var bridge = audited.start()) {
      bench.publish("A1", "A2", "B1", "B2", "C1");
      assertThat(bench.reader().take(3)).hasSize(3);
      eventually().until(() -> BridgeBench.parked(bridge), Long.valueOf(2)::equals);
      var kept = bridge.getBean(MeterRegistry.class).get("bridge.events.kept").gauge();
      eventually().until(() -> kept.value() == 2);
      var question = """
          {"route": "%s", "from": "10m", "settle": "0s"}""".formatted(bench.target);

      // A receipt is written a moment after its event is on the queue.
      eventually()
          .untilAsserted(() -> assertThat(findings(verified(Operator.ofRoutes(bridge), question)))
              .containsExactlyInAnyOrder(tuple("PARKED", "B1"), tuple("PARKED", "B2")));
      bridge
          .getBean(JdbcTemplate.class)
          .update("delete from event_manager_mirror_intent where event_id = 'C1'");

      assertThat(findings(verified(Operator.ofRoutes(bridge), question)))
          .contains(tuple("MISSING", "C1"));
    }
  }

  @Test
  void areToldWhatThereIsToSayWhereAWindowCannotBeCompared() throws Exception {
    try (var bridge = bench.bridge().withOperator().start()) {
      var operator = Operator.ofRoutes(bridge);

      assertThat(operator.ask("/verifications", "{\"route\":\"x\"}").toString())
          .contains("bridge.routes[].audit");
      assertThat(operator.ask("/verifications", "no JSON").toString())
          .contains("not a JSON object")
          .doesNotContain("replay");
      assertThat(operator.ask("/verifications", "{\"from\":\"yesterday\"}").toString())
          .contains("yesterday");
      assertThat(operator.ask("/verifications", "{\"queue\":\"a.fifo\"}").toString())
          .contains("--consume");
    }
  }

  private static JsonNode verified(Operator operator, String body) {
    var id = operator.ask("/verifications", body).get("id").asString();
    return eventually()
        .until(
            () -> operator.json("/verifications/" + id),
            answer -> !answer.get("state").asString().equals("RUNNING"));
  }

  private static List<Tuple> findings(JsonNode verification) {
    return verification
        .get("findings")
        .valueStream()
        .map(f -> tuple(f.get("kind").asString(), f.get("event").asString()))
        .toList();
  }

  /** By a plain client, and not as the bridge did it. */
  private void putBack(String... names) {
    var url = bench.plain.getQueueUrl(r -> r.queueName(bench.target)).join().queueUrl();
    Stream.of(names).forEach(name -> send(url, name, "again-"));
  }

  private void send(String url, String name, String deduplication) {
    var entry = new MessageMapping().toMessage(bench.eventNamed(name)).toBatchEntry("0");
    bench
        .plain
        .sendMessage(r -> r.queueUrl(url)
            .messageGroupId(entry.messageGroupId())
            .messageDeduplicationId(deduplication + entry.messageDeduplicationId())
            .messageBody(entry.messageBody())
            .messageAttributes(entry.messageAttributes()))
        .join();
  }

  private static Map<String, String> states(Operator operator) {
    return operator
        .json("")
        .get("routes")
        .valueStream()
        .collect(toMap(r -> r.get("route").asString(), r -> r.get("state").asString()));
  }

  private static JsonNode route(Operator operator, String name) {
    return operator
        .json("")
        .get("routes")
        .valueStream()
        .filter(each -> each.get("route").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static double waitingByMetric(MeterRegistry registry) {
    return registry.get("bridge.events.waiting").gauge().value();
  }

  private static String state(Operator operator) {
    return route(operator).get("state").asString();
  }

  private static JsonNode route(Operator operator) {
    return operator.json("").get("routes").get(0);
  }
}
