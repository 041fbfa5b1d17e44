package dev.eventmanager.bridge;

import static dev.eventmanager.bridge.fixture.Events.event;
import static dev.eventmanager.bridge.fixture.Faults.entryFails;
import static dev.eventmanager.bridge.fixture.Faults.none;
import static dev.eventmanager.bridge.fixture.Faults.unavailable;
import static dev.eventmanager.bridge.fixture.QueueReader.bodiesByGroup;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.bridge.fixture.EmbeddedSqs;
import dev.eventmanager.bridge.fixture.FaultProxy;
import dev.eventmanager.bridge.fixture.Publisher;
import dev.eventmanager.bridge.fixture.QueueReader;
import dev.eventmanager.bridge.queue.QueueUnusableException;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.rabbit.topology.Topology;
import dev.eventmanager.testkit.WithBroker;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.context.ApplicationContext;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** From RabbitMQ to SQS through the process as it is started, read by a plain AWS client. */
@WithBroker
@Timeout(180)
class BridgeIT {

  private static final AtomicInteger TESTS = new AtomicInteger();

  private static EmbeddedSqs sqs;
  private static SqsAsyncClient plain;

  private final int number = TESTS.incrementAndGet();
  private final String orders = "order-" + number;
  private final String bills = "billing-" + number;
  private final String target = "shop-%d.fifo".formatted(number);
  private FaultProxy proxy;
  private Publisher publisher;

  @BeforeAll
  static void startSqs() {
    sqs = EmbeddedSqs.start();
    plain = sqs.plainClient();
  }

  @AfterAll
  static void stopSqs() {
    plain.close();
    sqs.close();
  }

  @BeforeEach
  void declareExchanges(ConnectionFactory factory) throws Exception {
    proxy = FaultProxy.before(sqs.endpoint());
    publisher = new Publisher(factory);
    publisher.declareExchange(orders);
    publisher.declareExchange(bills);
  }

  @AfterEach
  void close() throws Exception {
    publisher.close();
    proxy.close();
  }

  @Test
  void mirrorsThousandsOfEventsOfHundredsOfKeysInOrder() throws Exception {
    var events = events(300, 20);
    try (var bridge = bridge().start()) {
      publisher.publish(events);

      assertThat(bodiesByGroup(reader().take(events.size()))).isEqualTo(idsByKey(events));
      eventually().until(() -> BridgeProcess.isUp(bridge));
    }
    assertThat(reader().rest()).isEmpty();
  }

  @Test
  void mirrorsWhatWasPublishedByAClientThatKnowsNoHeaders() throws Exception {
    try (var bridge = bridge().start()) {
      publisher.publishBare(orders, orders + ".v1.submit", "{\"id\":1}".getBytes(UTF_8));

      assertThat(reader().take(1)).singleElement().satisfies(message -> {
        assertThat(message.body()).isEqualTo("{\"id\":1}");
        assertThat(message.messageAttributes())
            .extractingByKey("type")
            .extracting(MessageAttributeValue::stringValue)
            .isEqualTo(orders + ".v1.submit");
      });
      var derived =
          bridge.getBean(MeterRegistry.class).counter("bridge.events.derived", "part", "id");
      assertThat(derived.count()).isEqualTo(1);
    }
  }

  @Test
  void goesOnInOrderAfterARestart() throws Exception {
    var events = events(50, 20);
    var first = bridge().start();
    publisher.publish(events.subList(0, 500));
    first.close();
    publisher.publish(events.subList(500, 1_000));

    try (var second = bridge().start()) {
      assertThat(bodiesByGroup(reader().take(1_000))).isEqualTo(idsByKey(events));
    }
    assertThat(reader().rest()).isEmpty();
  }

  @Test
  void goesOnInOrderAfterALostConnection() throws Exception {
    var events = events(50, 20);
    try (var bridge = bridge().start()) {
      publisher.publish(events.subList(0, 500));
      bridge.getBean(CachingConnectionFactory.class).resetConnection();
      publisher.publish(events.subList(500, 1_000));

      assertThat(bodiesByGroup(reader().take(1_000))).isEqualTo(idsByKey(events));
    }
    assertThat(reader().rest()).isEmpty();
  }

  /** Hard case 4, while SQS remembers. */
  @Test
  void losesRepeatsAndReordersNothingWhenKilled() throws Exception {
    bridge().start().close(); // leaves its queue behind, bound
    var events = events(100, 30);
    publisher.publish(events);
    var killed = bridge().fork();
    try {
      await().atMost(Duration.ofMinutes(1)).until(() -> proxy.sends() > 20);
    } finally {
      killed.destroyForcibly().waitFor();
    }

    try (var next = bridge().start()) {
      assertThat(bodiesByGroup(reader().take(events.size()))).isEqualTo(idsByKey(events));
      eventually().until(() -> BridgeProcess.isUp(next));
    }
    assertThat(reader().rest()).isEmpty();
  }

  /** Hard case 6, in small: the backlog is larger than the prefetch. */
  @Test
  void keepsABacklogInOrderWhileSqsIsAway() throws Exception {
    proxy.always(unavailable());
    var events = events(100, 30);
    try (var bridge = bridge().start()) {
      publisher.publish(events);
      eventually().until(() -> proxy.sends() > 3 && !BridgeProcess.isUp(bridge));
      proxy.always(none());

      assertThat(bodiesByGroup(reader().take(events.size()))).isEqualTo(idsByKey(events));
      eventually().until(() -> BridgeProcess.isUp(bridge));
    }
    assertThat(reader().rest()).isEmpty();
  }

  @Test
  void parksARefusedEventAndHoldsItsKeyBackAcrossARestart() throws Exception {
    proxy.always(entryFails("A2", "InvalidMessageContents", true));
    try (var bridge = bridge().start()) {
      publisher.publish(Stream.of("A1", "A2", "B1", "A3").map(this::eventNamed).toList());
      eventually().until(() -> parked(bridge), Long.valueOf(2)::equals);
    }
    proxy.always(none());
    try (var bridge = bridge().start()) {
      publisher.publish(Stream.of("A4", "B2").map(this::eventNamed).toList());
      eventually().until(() -> parked(bridge), Long.valueOf(3)::equals);

      assertThat(bodiesByGroup(reader().take(3)))
          .isEqualTo(Map.of("A", List.of("A1"), "B", List.of("B1", "B2")));
    }
  }

  @Test
  void holdsAParkedKeyBackOnTheInstanceThatTakesOver() throws Exception {
    proxy.always(entryFails("A1", "InvalidMessageContents", true));
    var active = bridge().start();
    try (var standby = bridge().start()) {
      publisher.publish(Stream.of("A1", "A2").map(this::eventNamed).toList());
      eventually().until(() -> parked(active), Long.valueOf(2)::equals);
      active.close();
      publisher.publish(Stream.of("A3", "B1").map(this::eventNamed).toList());

      eventually().until(() -> parked(standby), Long.valueOf(3)::equals);
      assertThat(bodiesByGroup(reader().take(1))).isEqualTo(Map.of("B", List.of("B1")));
    }
  }

  @Test
  void letsAKeyGoOnceNothingOfItIsParked(ConnectionFactory factory) throws Exception {
    proxy.always(entryFails("A1", "InvalidMessageContents", true));
    try (var bridge = bridge().start()) {
      publisher.publish(Stream.of("A1", "A2").map(this::eventNamed).toList());
      eventually().until(() -> parked(bridge), Long.valueOf(2)::equals);
    }
    purge(factory, Topology.parkedQueue("sqs-bridge_shop-" + number));
    try (var bridge = bridge().start()) {
      publisher.publish(List.of(eventNamed("A3")));

      assertThat(reader().take(1)).extracting(Message::body).containsExactly("A3");
    }
  }

  @Test
  void mirrorsOnlyWhatThePatternsLetIn() throws Exception {
    var submissions = bridge().set("bridge.routes[0].from[0].patterns", orders + ".*.submit");
    try (var bridge = submissions.start()) {
      publisher.publishBare(orders, orders + ".v1.refuse", "no".getBytes(UTF_8));
      publisher.publishBare(orders, orders + ".v2.submit", "yes".getBytes(UTF_8));

      assertThat(reader().take(1)).extracting(Message::body).containsExactly("yes");
      assertThat(parked(bridge)).isZero();
    }
  }

  @Test
  void saysThatTheQueueIsMissing() {
    assertThatThrownBy(() -> bridge().set("bridge.sqs.create-queues", false).start())
        .rootCause()
        .isInstanceOf(QueueUnusableException.class)
        .hasMessageContaining(target)
        .extracting(e -> ((QueueUnusableException) e).remedy())
        .asString()
        .contains("bridge.sqs.create-queues=true");
  }

  @Test
  void saysThatSqsCannotBeReached() {
    var nobody = new BridgeProcess(URI.create("http://localhost:9"), target, orders);

    assertThatThrownBy(nobody::start)
        .hasStackTraceContaining("SQS at http://localhost:9 cannot be asked for the queue");
  }

  private BridgeProcess bridge() {
    return new BridgeProcess(proxy.endpoint(), target, orders, bills);
  }

  private QueueReader reader() {
    return new QueueReader(
        plain, plain.getQueueUrl(r -> r.queueName(target)).join().queueUrl());
  }

  private static long parked(ApplicationContext bridge) {
    return bridge.getBean(Bridge.class).status().get(0).parked();
  }

  private static void purge(ConnectionFactory factory, String queue) throws Exception {
    try (var connection = factory.newConnection();
        var channel = connection.createChannel()) {
      channel.queuePurge(queue);
    }
  }

  private EncodedEvent eventNamed(String name) {
    return on(orders, event(name.substring(0, 1), name));
  }

  /** Each key's events take turns between two exchanges. */
  private List<EncodedEvent> events(int keys, int each) {
    var events = new ArrayList<EncodedEvent>();
    for (int turn = 0; turn < each; turn++) {
      for (int key = 0; key < keys; key++) {
        var event = event("key-" + key, "%d-%d-%d".formatted(number, key, turn));
        events.add(on(turn % 2 == 0 ? orders : bills, event));
      }
    }
    return events;
  }

  private static EncodedEvent on(String exchange, EncodedEvent event) {
    return event.withMetadata(event.metadata().toBuilder()
        .exchange(exchange)
        .routingKey(exchange + ".v1.submit")
        .build());
  }

  private static Map<String, List<String>> idsByKey(List<EncodedEvent> events) {
    return events.stream()
        .map(EncodedEvent::metadata)
        .collect(Collectors.groupingBy(
            m -> m.orderingKey(), Collectors.mapping(m -> m.id(), Collectors.toList())));
  }

  /** Longer than any request or back-off takes, and than a busy machine needs. */
  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofMinutes(1));
  }
}
