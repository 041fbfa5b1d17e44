package dev.eventmanager.bridge;

import static dev.eventmanager.bridge.BridgeBench.eventually;
import static dev.eventmanager.bridge.BridgeBench.idsByKey;
import static dev.eventmanager.bridge.BridgeBench.parked;
import static dev.eventmanager.emulator.Faults.none;
import static dev.eventmanager.emulator.Faults.unavailable;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.testkit.WithBroker;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** From RabbitMQ to SQS through the process as it is started, read by a plain AWS client. */
@WithBroker
@Timeout(180)
class BridgeIT {

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
  void mirrorsThousandsOfEventsOfHundredsOfKeysInOrder() throws Exception {
    var events = bench.events(300, 20);
    try (var bridge = bench.bridge().start()) {
      bench.publish(events);

      assertThat(bodiesByGroup(bench.reader().take(events.size()))).isEqualTo(idsByKey(events));
      eventually().until(() -> BridgeProcess.isUp(bridge));
    }
    assertThat(bench.reader().rest()).isEmpty();
  }

  @Test
  void mirrorsWhatWasPublishedByAClientThatKnowsNoHeaders() throws Exception {
    var type = bench.orders + ".v1.submit";
    try (var bridge = bench.bridge().start()) {
      bench.publisher.publishBare(bench.orders, type, "{\"id\":1}".getBytes(UTF_8));

      assertThat(bench.reader().take(1)).singleElement().satisfies(message -> {
        assertThat(message.body()).isEqualTo("{\"id\":1}");
        assertThat(message.messageAttributes())
            .extractingByKey("type")
            .extracting(MessageAttributeValue::stringValue)
            .isEqualTo(type);
      });
      var derived = bridge.getBean(MeterRegistry.class).counter("event.derived", "part", "id");
      assertThat(derived.count()).isEqualTo(1);
    }
  }

  @Test
  void goesOnInOrderAfterARestart() throws Exception {
    var events = bench.events(50, 20);
    var first = bench.bridge().start();
    bench.publish(events.subList(0, 500));
    first.close();
    bench.publish(events.subList(500, 1_000));

    try (var second = bench.bridge().start()) {
      assertThat(bodiesByGroup(bench.reader().take(1_000))).isEqualTo(idsByKey(events));
    }
    assertThat(bench.reader().rest()).isEmpty();
  }

  @Test
  void goesOnInOrderAfterALostConnection() throws Exception {
    var events = bench.events(50, 20);
    try (var bridge = bench.bridge().start()) {
      bench.publish(events.subList(0, 500));
      bridge.getBean(CachingConnectionFactory.class).resetConnection();
      bench.publish(events.subList(500, 1_000));

      assertThat(bodiesByGroup(bench.reader().take(1_000))).isEqualTo(idsByKey(events));
    }
    assertThat(bench.reader().rest()).isEmpty();
  }

  /** The backlog is larger than the prefetch. */
  @Test
  void keepsABacklogInOrderWhileSqsIsAway() throws Exception {
    bench.proxy.always(unavailable());
    var events = bench.events(100, 30);
    try (var bridge = bench.bridge().start()) {
      bench.publish(events);
      eventually().until(() -> bench.proxy.sends() > 3 && !BridgeProcess.isUp(bridge));
      bench.proxy.always(none());

      assertThat(bodiesByGroup(bench.reader().take(events.size()))).isEqualTo(idsByKey(events));
      eventually().until(() -> BridgeProcess.isUp(bridge));
    }
    assertThat(bench.reader().rest()).isEmpty();
  }

  @Test
  void mirrorsOnlyWhatThePatternsLetIn() throws Exception {
    var submissions =
        bench.bridge().set("bridge.routes[0].from[0].patterns", bench.orders + ".*.submit");
    try (var bridge = submissions.start()) {
      bench.publisher.publishBare(bench.orders, bench.orders + ".v1.refuse", "no".getBytes(UTF_8));
      bench.publisher.publishBare(bench.orders, bench.orders + ".v2.submit", "yes".getBytes(UTF_8));

      assertThat(bench.reader().take(1)).extracting(Message::body).containsExactly("yes");
      assertThat(parked(bridge)).isZero();
    }
  }

  @Test
  void mirrorsOneExchangeToSeveralQueuesAndSeveralExchangesToOne() throws Exception {
    var ordersAlone = "orders-" + bench.target;
    var both = bench
        .bridge()
        .set("bridge.routes[1].to", ordersAlone)
        .set("bridge.routes[1].from[0].exchange", bench.orders);
    var events = bench.events(20, 10);
    try (var bridge = both.start()) {
      bench.publish(events);

      assertThat(bodiesByGroup(bench.reader().take(200))).isEqualTo(idsByKey(events));
      var orders = events.stream()
          .filter(each -> each.metadata().exchange().equals(bench.orders))
          .toList();
      assertThat(bodiesByGroup(bench.reader(ordersAlone).take(100))).isEqualTo(idsByKey(orders));
    }
    assertThat(bench.reader(ordersAlone).rest()).isEmpty();
  }
}
