package dev.eventmanager.bridge.mirror;

import static dev.eventmanager.bridge.mirror.ClaimBench.accepted;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static dev.eventmanager.sqs.fixture.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.bridge.target.MirrorTarget;
import dev.eventmanager.bridge.target.SnsTarget;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.EmbeddedSns;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.QueueReader;
import dev.eventmanager.emulator.SettableClock;
import dev.eventmanager.sqs.connection.SqsConnection;
import dev.eventmanager.sqs.mapping.MessageMapping;
import dev.eventmanager.sqs.queue.FifoQueue;
import dev.eventmanager.sqs.queue.FifoQueues;
import dev.eventmanager.sqs.topic.FifoTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@Timeout(120)
class FanOutTest {

  private static final AtomicInteger TOPICS = new AtomicInteger();

  private static MirrorBench bench;
  private static EmbeddedSns sns;
  private static SnsAsyncClient client;

  private String arn = "";

  @BeforeAll
  static void start() {
    bench = new MirrorBench(EmbeddedSqs.start());
    sns = EmbeddedSns.before(bench.sqs(), Clock.systemUTC());
    client = new SqsConnection(
            Optional.empty(),
            Optional.of("eu-west-1"),
            Optional.of(new SqsConnection.Credentials("test", "test")),
            Duration.ofSeconds(10))
        .openSns(Optional.of(sns.endpoint()));
  }

  @AfterAll
  static void stop() {
    client.close();
    sns.close();
    bench.close();
  }

  @Test
  void everyQueueGetsEveryEventInTheOrderOfItsKey() {
    var events = IntStream.range(0, 300)
        .mapToObj(i -> event("key-" + i % 30, "%d-%d".formatted(i % 30, i / 30)))
        .toList();
    var second = queue("second");
    var third = queue("third");

    try (var parcels = bench.open(this::topicOf, Clock.systemUTC())) {
      subscribe(second, Map.of());
      subscribe(third, Map.of());
      accepted(parcels.mirror(events));

      var first = bodiesByGroup(parcels.reader.take(300));
      assertThat(first)
          .hasSize(30)
          .allSatisfy((key, ids) -> assertThat(ids)
              .isEqualTo(IntStream.range(0, 10)
                  .mapToObj(n -> key.substring("key-".length()) + "-" + n)
                  .toList()));
      assertThat(bodiesByGroup(reader(second).take(300))).isEqualTo(first);
      assertThat(bodiesByGroup(reader(third).take(300))).isEqualTo(first);
    }
  }

  @Test
  void aQueueGetsTheVeryEventsThatItsFilterPolicyNames() {
    var sends = event("A", "A1");
    var returned = sends.withMetadata(
        sends.metadata().toBuilder().id("A2").routingKey("parcel.v1.return").build());
    var returns = queue("returns");

    try (var parcels = bench.open(this::topicOf, Clock.systemUTC())) {
      subscribe(
          returns,
          Map.of(
              "FilterPolicy",
              "{\"exchange\":[\"parcel\"],\"type\":[{\"prefix\":\"parcel.v1.ret\"}]}"));
      accepted(parcels.mirror(List.of(sends, returned)));

      assertThat(parcels.reader.take(2)).map(FanOutTest::read).containsExactly(sends, returned);
      assertThat(reader(returns).take(1)).map(FanOutTest::read).containsExactly(returned);
      assertThat(reader(returns).rest()).isEmpty();
    }
  }

  @Test
  void anEntryThatFailsHoldsBackNothingButItsKey() {
    try (var parcels = bench.open(this::topicOf, Clock.systemUTC())) {
      sns.failEntryOnce("A1", "InternalError", false);
      accepted(parcels.mirror(named("A1", "B1", "C1", "A2", "B2", "C2")));

      assertThat(bodiesByGroup(parcels.reader.take(6)))
          .isEqualTo(
              Map.of("A", List.of("A1", "A2"), "B", List.of("B1", "B2"), "C", List.of("C1", "C2")));
      assertThat(parcels.count("bridge.events.retried")).isEqualTo(1);
    }
  }

  @Test
  void whatTheTopicNeverTakesIsParkedAndItsKeyBehindIt() {
    try (var parcels = bench.open(this::topicOf, Clock.systemUTC())) {
      sns.failEntryOnce("A1", "InvalidParameter", true);
      accepted(parcels.mirror(named("A1", "B1", "A2")));

      assertThat(parcels.reader.take(1)).map(Message::body).containsExactly("B1");
      assertThat(parcels.parked.ids()).containsExactly("A1", "A2");
    }
  }

  @Test
  void throttlingAndDeniedAccessAreWaitedOut() {
    try (var parcels = bench.open(this::topicOf, Clock.systemUTC())) {
      sns.refuseOnce(400, "Throttled")
          .refuseOnce(403, "AuthorizationError")
          .refuseOnce(404, "NotFound")
          .refuseOnce(400, "KMSDisabled")
          .refuseOnce(503, "ServiceUnavailable");
      accepted(parcels.mirror(named("A1", "B1", "A2")));

      assertThat(bodiesByGroup(parcels.reader.take(3)))
          .isEqualTo(Map.of("A", List.of("A1", "A2"), "B", List.of("B1")));
      assertThat(parcels.parked.all()).isEmpty();
    }
  }

  @Test
  void aLostAnswerLeavesOneCopyInEveryQueue() {
    var second = queue("once");
    try (var parcels = bench.open(this::topicOf, Clock.systemUTC())) {
      subscribe(second, Map.of());
      sns.loseAnswerOnce();
      accepted(parcels.mirror(named("A1", "B1", "A2")));

      assertThat(bodiesByGroup(parcels.reader.take(3))).hasSize(2);
      assertThat(parcels.reader.rest()).isEmpty();
      assertThat(reader(second).take(3)).hasSize(3);
      assertThat(reader(second).rest()).isEmpty();
    }
  }

  @Test
  void batchesStayWithinWhatTheTopicTakes() {
    var events = IntStream.range(0, 10)
        .mapToObj(i -> event("key-" + i, "id-" + i, new byte[100_000]))
        .toList();
    try (var parcels = bench.open(this::topicOf, Clock.systemUTC())) {
      accepted(parcels.mirror(events));

      assertThat(parcels.reader.take(10)).hasSize(10);
      assertThat(parcels.count("bridge.events.retried")).isZero();
    }
  }

  @Test
  void saysWhetherTheTopicCanBeReached() {
    var clock = new SettableClock();
    try (var other = EmbeddedSqs.start();
        var empty = EmbeddedSns.before(other, clock);
        var lost = new SqsConnection(
                Optional.empty(),
                Optional.of("eu-west-1"),
                Optional.of(new SqsConnection.Credentials("test", "test")),
                Duration.ofSeconds(10))
            .openSns(Optional.of(empty.endpoint()))) {
      var topic = new FifoTopics(client).open(name(), true);

      assertThat(new SnsTarget(client, topic).probe().join()).isEmpty();
      assertThat(new SnsTarget(lost, topic).probe().join().orElseThrow().why())
          .contains("NotFound");
    }
  }

  /** A topic that is delivered to the queue. */
  private MirrorTarget topicOf(FifoQueue queue) {
    var topic = new FifoTopics(client).open(name(), true);
    arn = topic.arn();
    subscribe(queue, Map.of());
    return new SnsTarget(client, topic);
  }

  private static String name() {
    return "parcels-%d.fifo".formatted(TOPICS.incrementAndGet());
  }

  private void subscribe(FifoQueue queue, Map<String, String> filter) {
    var attributes = new HashMap<>(filter);
    attributes.put("RawMessageDelivery", "true");
    client
        .subscribe(
            r -> r.topicArn(arn).protocol("sqs").endpoint(queueArn(queue)).attributes(attributes))
        .join();
  }

  private static String queueArn(FifoQueue queue) {
    var attributes = bench.plain.getQueueAttributes(
        r -> r.queueUrl(queue.url()).attributeNames(QueueAttributeName.QUEUE_ARN));
    return String.valueOf(attributes.join().attributes().get(QueueAttributeName.QUEUE_ARN));
  }

  private static FifoQueue queue(String name) {
    return new FifoQueues(bench.plain, "SQS").open(name + ".fifo", true);
  }

  private static QueueReader reader(FifoQueue queue) {
    return new QueueReader(bench.plain, queue.url());
  }

  private static List<EncodedEvent> named(String... names) {
    return Stream.of(names).map(name -> event(name.substring(0, 1), name)).toList();
  }

  private static EncodedEvent read(Message message) {
    return new MessageMapping().toEvent(message.body(), ClaimBench.attributes(message));
  }
}
