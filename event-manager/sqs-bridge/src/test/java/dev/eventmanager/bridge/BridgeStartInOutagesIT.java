package dev.eventmanager.bridge;

import static dev.eventmanager.bridge.BridgeBench.eventually;
import static dev.eventmanager.emulator.Faults.requestLate;
import static dev.eventmanager.emulator.Faults.unavailable;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.bridge.fixture.Operator;
import dev.eventmanager.bridge.fixture.Subscriber;
import dev.eventmanager.bridge.notifications.Notices;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.QueueReader;
import dev.eventmanager.sqs.mapping.MessageMapping;
import dev.eventmanager.sqs.queue.FifoQueues;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.fault.CuttableProxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;

/**
 * A bridge that is started while SQS or RabbitMQ is away: it starts, says what it waits for, and
 * begins by itself.
 */
@WithBroker
@Timeout(300)
class BridgeStartInOutagesIT {

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
  void beginsOnAllItsRoutesOnceSqsIsBack(ConnectionFactory factory) throws Exception {
    var incoming = "in-" + bench.target;
    send(new FifoQueues(bench.plain, "SQS").open(incoming, true).url(), "X1", "X2");
    tell(standardQueue("uploads"), Notices.put("object", "01"));
    bench.proxy.everywhere(unavailable());
    var allKinds = bench
        .bridge()
        .withOperator()
        .set("bridge.name", "berlin")
        .set("bridge.reverse[0].from", incoming)
        .set("bridge.reverse[0].exchange", bench.bills)
        .set("bridge.routes[0].from[1].exchange", "unused-" + bench.bills)
        .set("bridge.notifications[0].from", "uploads")
        .set("bridge.notifications[0].settle", "0s");
    bench.publisher.declareExchange("unused-" + bench.bills);
    bench.publisher.declareExchange("s3");

    try (var bills = new Subscriber(factory, bench.bills);
        var objects = new Subscriber(factory, "s3");
        var bridge = allKinds.start();
        var connection = factory.newConnection();
        var channel = connection.createChannel()) {
      var operator = Operator.ofRoutes(bridge);
      bench.publish("A1", "A2", "B1");
      eventually().until(() -> channel.messageCount(bench.queue()) == 3);
      assertThat(channel.consumerCount(bench.queue())).isZero();
      assertThat(state(operator)).isEqualTo("WAITING");
      assertThat(route(operator).get("waitsFor").asString())
          .contains("cannot be asked for the queue " + bench.target, "503");
      assertThat(BridgeProcess.isUp(bridge)).isFalse();

      bench.proxy.heal();

      eventually().until(() -> state(operator), "FLOWING"::equals);
      assertThat(bodiesByGroup(bench.reader().take(3)))
          .isEqualTo(Map.of("A", List.of("A1", "A2"), "B", List.of("B1")));
      eventually().until(() -> bills.events().size() == 2 && objects.events().size() == 1);
      assertThat(bills.idsByKey()).isEqualTo(Map.of("X", List.of("X1", "X2")));
      eventually().until(() -> BridgeProcess.isUp(bridge));
      assertThat(queues()).contains(FifoQueues.deadLetterName(bench.target));
    }
  }

  @Test
  void beginsOnRoutesAndNotificationsOnceRabbitMqIsBack(ConnectionFactory factory)
      throws Exception {
    tell(standardQueue("uploads"), Notices.put("object", "01"));
    bench.publisher.declareExchange("s3");

    try (var broker = CuttableProxy.to(factory.getHost(), factory.getPort());
        var objects = new Subscriber(factory, "s3")) {
      broker.cut();
      try (var bridge = bench
          .bridge()
          .set("spring.rabbitmq.addresses", through(broker, factory))
          .set("bridge.notifications[0].from", "uploads")
          .set("bridge.notifications[0].settle", "0s")
          .start()) {
        assertThat(BridgeProcess.isUp(bridge)).isFalse();
        broker.heal();

        eventually().until(() -> BridgeProcess.isUp(bridge));
        bench.publish("A1", "A2");
        assertThat(bodiesByGroup(bench.reader().take(2)))
            .isEqualTo(Map.of("A", List.of("A1", "A2")));
        eventually().until(() -> objects.events().size() == 1);
      }
    }
  }

  @Test
  void staysStoppedIfAnOperatorWantsItWhenSqsIsBackThatWasTooSlow() throws Exception {
    bench.proxy.everywhere(requestLate(Duration.ofSeconds(2)));

    try (var bridge =
        bench.bridge().withOperator().set("bridge.sqs.request-timeout", "200ms").start()) {
      var operator = Operator.ofRoutes(bridge);
      bench.publish("A1");
      assertThat(state(operator)).isEqualTo("WAITING");
      operator.ask("/stop", "{}");
      bench.proxy.heal();

      eventually().until(() -> !route(operator).hasNonNull("waitsFor"));
      assertThat(state(operator)).isEqualTo("STOPPED");
      assertThat(queues()).contains(bench.target);
      operator.ask("/start", "{}");
      assertThat(bench.reader().take(1)).hasSize(1);
    }
  }

  @Test
  void beginsOnceSomebodyListensWhereNobodyDid() throws Exception {
    var port = freePort();
    var address = URI.create("http://localhost:" + port);
    try (var bridge = new BridgeProcess(address, bench.target, bench.orders).start()) {
      bench.publish("A1");
      assertThat(BridgeProcess.isUp(bridge)).isFalse();

      try (var sqs = EmbeddedSqs.startOn(port);
          var plain = sqs.plainClient()) {
        eventually().until(() -> BridgeProcess.isUp(bridge));
        assertThat(reader(plain).take(1)).hasSize(1);
      }
    }
  }

  @Test
  void saysWhatIsWrongOnceSqsAnswersAndBeginsWhenItIsMended() throws Exception {
    bench.proxy.everywhere(unavailable());

    try (var bridge =
        bench.bridge().withOperator().set("bridge.sqs.create-queues", false).start()) {
      var operator = Operator.ofRoutes(bridge);
      bench.publish("A1");
      bench.proxy.heal();
      eventually()
          .until(() -> route(operator).get("waitsFor").asString(), why -> why.contains("no queue"));
      assertThat(route(operator).get("waitsFor").asString())
          .contains("There is no queue " + bench.target, "bridge.sqs.create-queues=true");
      assertThat(state(operator)).isEqualTo("WAITING");

      new FifoQueues(bench.plain, "SQS").open(bench.target, true);

      eventually().until(() -> state(operator), "FLOWING"::equals);
      assertThat(bench.reader().take(1)).hasSize(1);
    }
  }

  private QueueReader reader(SqsAsyncClient plain) {
    return new QueueReader(
        plain, plain.getQueueUrl(r -> r.queueName(bench.target)).join().queueUrl());
  }

  private List<String> queues() {
    return bench.plain.listQueues().join().queueUrls().stream()
        .map(url -> url.substring(url.lastIndexOf('/') + 1))
        .toList();
  }

  private String standardQueue(String name) {
    return bench
        .plain
        .createQueue(
            r -> r.queueName(name).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "2")))
        .join()
        .queueUrl();
  }

  private void tell(String url, String message) {
    bench.plain.sendMessage(r -> r.queueUrl(url).messageBody(message)).join();
  }

  private void send(String url, String... names) {
    List.of(names).forEach(name -> {
      var entry = new MessageMapping().toMessage(bench.eventNamed(name)).toBatchEntry("0");
      bench
          .plain
          .sendMessage(r -> r.queueUrl(url)
              .messageGroupId(entry.messageGroupId())
              .messageDeduplicationId(entry.messageDeduplicationId())
              .messageBody(entry.messageBody())
              .messageAttributes(entry.messageAttributes()))
          .join();
    });
  }

  private static String through(CuttableProxy broker, ConnectionFactory factory) {
    return "amqp://%s:%s@127.0.0.1:%d/%s"
        .formatted(
            factory.getUsername(),
            factory.getPassword(),
            broker.port(),
            URLEncoder.encode(factory.getVirtualHost(), StandardCharsets.UTF_8));
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String state(Operator operator) {
    return route(operator).get("state").asString();
  }

  private JsonNode route(Operator operator) {
    return operator
        .json("")
        .get("routes")
        .valueStream()
        .filter(each -> each.get("route").asString().equals(bench.target))
        .findFirst()
        .orElseThrow();
  }
}
