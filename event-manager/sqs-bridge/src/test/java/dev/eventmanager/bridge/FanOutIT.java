package dev.eventmanager.bridge;

import static dev.eventmanager.bridge.BridgeBench.eventually;
import static dev.eventmanager.bridge.BridgeBench.on;
import static dev.eventmanager.sqs.fixture.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.bridge.fixture.Operator;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.EmbeddedS3;
import dev.eventmanager.emulator.EmbeddedSns;
import dev.eventmanager.emulator.QueueReader;
import dev.eventmanager.sqs.claim.ClaimStore;
import dev.eventmanager.sqs.connection.SqsConnection;
import dev.eventmanager.sqs.mapping.MessageMapping;
import dev.eventmanager.sqs.mapping.MessageReader;
import dev.eventmanager.sqs.queue.FifoQueues;
import dev.eventmanager.sqs.topic.FifoTopics;
import dev.eventmanager.testkit.WithBroker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;

/** Topics, and bodies that are too large, in the bridge as it is started. */
@WithBroker
@Timeout(300)
class FanOutIT {

  private static final int TOO_LARGE = 1_100_000;

  private final EmbeddedS3 s3 = EmbeddedS3.start().withBucket("large");
  private final SqsConnection connection = new SqsConnection(
      Optional.empty(),
      Optional.of("eu-west-1"),
      Optional.of(new SqsConnection.Credentials("test", "test")),
      Duration.ofSeconds(10));
  private final S3AsyncClient bucket = connection.openS3(Optional.of(s3.endpoint()));
  private final ClaimStore claims = new ClaimStore(bucket, "large", "events");
  private BridgeBench bench;
  private EmbeddedSns sns;
  private SnsAsyncClient topics;

  @BeforeEach
  void open(ConnectionFactory factory) throws Exception {
    bench = new BridgeBench(factory);
    sns = EmbeddedSns.before(bench.sqs, Clock.systemUTC());
    topics = connection.openSns(Optional.of(sns.endpoint()));
  }

  @AfterEach
  void close() throws Exception {
    topics.close();
    sns.close();
    bench.close();
    bucket.close();
    s3.close();
  }

  @Test
  void mirrorsToEveryQueueOfATopicWithBodiesOfAnySize() throws Exception {
    var events =
        List.of(small("A1"), large("A2"), small("A3"), small("B1"), small("B2"), large("C1"));
    var queues = List.of("first-" + bench.target, "second-" + bench.target);
    queues.forEach(this::subscribe);
    var toTopic = claiming()
        .set("bridge.routes[0].to", "topic:" + bench.target)
        .set("bridge.sns.endpoint", sns.endpoint());

    try (var bridge = toTopic.start()) {
      bench.publish(events);

      for (var queue : queues) {
        assertThat(byKey(read(bench.reader(queue).take(events.size())))).isEqualTo(byKey(events));
      }
      eventually().until(() -> BridgeProcess.isUp(bridge));
    }
    assertThat(s3.objects()).hasSize(2);
  }

  @Test
  void keepsInOrderAndParksNothingWhileS3IsAway() throws Exception {
    var events =
        List.of(small("A1"), large("A2"), small("A3"), large("B1"), small("C1"), small("B2"));
    s3.refuse(503, "SlowDown");

    try (var bridge = claiming().start()) {
      bench.publish(events);
      assertThat(bench.reader().take(2)).hasSize(2);
      eventually().until(() -> BridgeBench.parked(bridge) > 0);
      bench.publish(List.of(small("B3"), small("C2")));
      assertThat(ids(bench.reader().take(1))).containsExactly("C2");
      s3.heal();

      assertThat(byKey(read(bench.reader().take(5))))
          .isEqualTo(byKey(
              List.of(events.get(1), events.get(2), events.get(3), events.get(5), small("B3"))));
      eventually().until(() -> BridgeBench.parked(bridge) == 0);
      s3.refuse(503, "SlowDown");
      bench.publish(List.of(large("A4"), small("A5"), small("C3")));
      assertThat(ids(bench.reader().take(1))).containsExactly("C3");
      s3.heal();

      assertThat(ids(bench.reader().take(2))).containsExactly("A4", "A5");
      assertThat(bridge
              .getBean(MeterRegistry.class)
              .get("bridge.events.parked")
              .counter()
              .count())
          .isZero();
    }
  }

  @Test
  void beginsOnItsTopicOnceSnsIsBackThatWasAwayWhenItStarted() throws Exception {
    var queue = "first-" + bench.target;
    subscribe(queue);
    sns.refuse(503, "ServiceUnavailable");
    var toTopic = bench
        .bridge()
        .withOperator()
        .set("bridge.routes[0].to", "topic:" + bench.target)
        .set("bridge.sns.endpoint", sns.endpoint());

    try (var bridge = toTopic.start()) {
      var operator = Operator.ofRoutes(bridge);
      bench.publish("A1", "A2", "B1");
      assertThat(route(operator).get("state").asString()).isEqualTo("WAITING");
      assertThat(route(operator).get("waitsFor").asString())
          .contains("SNS cannot be asked for the topic");
      sns.heal();

      assertThat(QueueReader.bodiesByGroup(bench.reader(queue).take(3)))
          .isEqualTo(Map.of("A", List.of("A1", "A2"), "B", List.of("B1")));
      eventually().until(() -> route(operator).get("state").asString(), "FLOWING"::equals);
    }
  }

  @Test
  void asksForNoWayToSnsWhereNoRouteLeadsToATopic() {
    try (var bridge = bench.bridge().start()) {
      assertThat(bridge.getBeanFactory().containsSingleton("snsClient")).isFalse();
    }
  }

  private static JsonNode route(Operator operator) {
    return operator.json("").get("routes").get(0);
  }

  private BridgeProcess claiming() {
    return bench
        .bridge()
        .set("bridge.claims.bucket", "large")
        .set("bridge.claims.endpoint", s3.endpoint());
  }

  private void subscribe(String name) {
    var topic = new FifoTopics(topics).open(bench.target, true);
    var queue = new FifoQueues(bench.plain, "SQS").open(name, true);
    topics
        .subscribe(r -> r.topicArn(topic.arn())
            .protocol("sqs")
            .endpoint(arn(queue.url()))
            .attributes(Map.of("RawMessageDelivery", "true")))
        .join();
  }

  private String arn(String url) {
    var asked = bench.plain.getQueueAttributes(
        r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN));
    return String.valueOf(asked.join().attributes().get(QueueAttributeName.QUEUE_ARN));
  }

  private List<EncodedEvent> read(List<Message> messages) {
    return messages.stream().map(this::read).toList();
  }

  private EncodedEvent read(Message message) {
    var attributes = MessageReader.texts(message);
    var body = claims.bodyOf(message.body(), attributes).join();
    return new MessageMapping().toEvent(body, attributes);
  }

  private List<String> ids(List<Message> messages) {
    return read(messages).stream().map(each -> each.metadata().id()).toList();
  }

  private EncodedEvent small(String name) {
    return bench.eventNamed(name);
  }

  private EncodedEvent large(String name) {
    return on(bench.orders, event(name.substring(0, 1), name, new byte[TOO_LARGE]));
  }

  private static Map<String, List<EncodedEvent>> byKey(List<EncodedEvent> events) {
    return events.stream().collect(Collectors.groupingBy(each -> each.metadata().orderingKey()));
  }
}
