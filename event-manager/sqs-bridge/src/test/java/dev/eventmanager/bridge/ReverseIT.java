package dev.eventmanager.bridge;

import static dev.eventmanager.sqs.fixture.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.EventHeaders;
import dev.eventmanager.bridge.fixture.Publisher;
import dev.eventmanager.bridge.fixture.Subscriber;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.sqs.mapping.MessageMapping;
import dev.eventmanager.testkit.WithBroker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** From SQS to exchanges, through the process as it is started. */
@WithBroker
@Timeout(180)
class ReverseIT {

  private static final AtomicInteger TESTS = new AtomicInteger();

  private static EmbeddedSqs sqs;
  private static SqsAsyncClient plain;

  private final MessageMapping mapping = new MessageMapping();
  private final int number = TESTS.incrementAndGet();
  private final String berlin = "berlin-" + number;
  private final String turin = "turin-" + number;
  private final String toTurin = "to-turin-%d.fifo".formatted(number);
  private final String toBerlin = "to-berlin-%d.fifo".formatted(number);
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
    publisher = new Publisher(factory);
    publisher.declareExchange(berlin);
    publisher.declareExchange(turin);
    List.of(toTurin, toBerlin)
        .forEach(queue -> plain
            .createQueue(
                r -> r.queueName(queue).attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
            .join());
  }

  @AfterEach
  void close() throws Exception {
    publisher.close();
  }

  @Test
  void bringsTheEventsOfEachKeyInOrderAsTheyWere(ConnectionFactory factory) throws Exception {
    var events = new ArrayList<EncodedEvent>();
    for (int turn = 0; turn < 20; turn++) {
      for (int key = 0; key < 20; key++) {
        events.add(on(berlin, event("key-" + key, "%d-%d-%d".formatted(number, key, turn))));
      }
    }
    events.forEach(event -> send(toBerlin, event));

    try (var subscriber = new Subscriber(factory, berlin);
        var bridge = reverse(toBerlin, "berlin").start()) {
      soon().until(() -> subscriber.events().size() >= 400 && left(toBerlin) == 0);

      assertThat(subscriber.idsByKey()).isEqualTo(idsByKey(events));
      assertThat(subscriber.events())
          .extracting(EncodedEvent::metadata)
          .contains(
              events.get(0).metadata().toBuilder().origin("sqs:" + toBerlin).build());
      assertThat(BridgeProcess.isUp(bridge)).isTrue();
    }
  }

  @Test
  void holdsWhatNoQueueWantsUntilOneDoes(ConnectionFactory factory) throws Exception {
    send(toBerlin, on(berlin, event("a", "a1-" + number)));
    send(toBerlin, on(berlin, event("a", "a2-" + number)));

    try (var bridge = reverse(toBerlin, "berlin").start()) {
      soon().until(() -> health(bridge).getStatus().equals(Status.DOWN));
      assertThat(health(bridge).getDetails().toString()).contains("Unroutable");
      assertThat(left(toBerlin)).isEqualTo(2);

      try (var subscriber = new Subscriber(factory, berlin)) {
        soon().until(() -> left(toBerlin) == 0);
        assertThat(subscriber.idsByKey())
            .containsEntry("a", List.of("a1-" + number, "a2-" + number));
      }
      assertThat(health(bridge).getStatus()).isEqualTo(Status.UP);
    }
  }

  @Test
  void holdsWhatHasMoreHeadersThanAFrameOfTheBrokerAndSaysSo(ConnectionFactory factory)
      throws Exception {
    var event = on(berlin, event("a", "a1-" + number));
    var headers = EventHeaders.of(Map.of("header", "h".repeat(200_000)));
    send(
        toBerlin,
        event.withMetadata(event.metadata().toBuilder().headers(headers).build()));

    try (var subscriber = new Subscriber(factory, berlin);
        var bridge =
            reverse(toBerlin, "berlin").set("bridge.shutdown-timeout", "1s").start()) {
      soon()
          .until(
              () -> health(bridge),
              health -> health.getStatus().equals(Status.DOWN)
                  && health.getDetails().toString().contains("max frame size"));

      assertThat(left(toBerlin)).isEqualTo(1);
      assertThat(subscriber.events()).isEmpty();
    }
  }

  @Test
  void bringsAnEventOnceToEachOfTwoBrokersThatMirrorToEachOther(ConnectionFactory factory)
      throws Exception {
    try (var inBerlin = new Subscriber(factory, berlin);
        var inTurin = new Subscriber(factory, turin);
        var first = exchanging("berlin", berlin, toTurin, toBerlin).start();
        var second = exchanging("turin", turin, toBerlin, toTurin).start()) {
      publisher.publish(List.of(
          on(berlin, event("a", "a1-" + number)),
          on(berlin, event("a", "a2-" + number)),
          on(turin, event("b", "b1-" + number))));

      soon().until(() -> looped(first, toBerlin) == 2 && looped(second, toTurin) == 1);
      soon().until(() -> left(toBerlin) + left(toTurin) == 0);
      assertThat(inBerlin.idsByKey())
          .isEqualTo(
              Map.of("a", List.of("a1-" + number, "a2-" + number), "b", List.of("b1-" + number)));
      assertThat(inTurin.idsByKey()).isEqualTo(inBerlin.idsByKey());
      assertThat(inTurin.events())
          .filteredOn(event -> event.metadata().id().equals("a1-" + number))
          .extracting(event -> event.metadata().origin())
          .containsExactly(Optional.of("berlin sqs:" + toTurin));
    }
  }

  @Test
  void mirrorsNothingBackToTheQueueThatItCameFrom(ConnectionFactory factory) throws Exception {
    var bridge = exchanging("berlin", berlin, toBerlin, toBerlin);

    try (var subscriber = new Subscriber(factory, berlin);
        var running = bridge.start()) {
      send(toBerlin, on(berlin, event("a", "a1-" + number)));

      soon().until(() -> looped(running, toBerlin) == 1);
      soon().until(() -> left(toBerlin) == 0);
      assertThat(subscriber.events()).hasSize(1);
    }
  }

  @Test
  void saysWhatIsWrongWithItsSettings() {
    var bridge = reverse("standard", "Ber lin").set("bridge.reverse[1].exchange", berlin);

    assertThatThrownBy(bridge::start)
        .hasStackTraceContaining("bridge.name is \"Ber lin\"")
        .hasStackTraceContaining("bridge.reverse[0].from is standard: a FIFO queue's name ends in")
        .hasStackTraceContaining("bridge.reverse[1].from is missing");
  }

  /** Mirrors its exchange to one queue, and brings to it what is in the other. */
  private BridgeProcess exchanging(String name, String exchange, String to, String from) {
    return new BridgeProcess(sqs.endpoint(), to, exchange)
        .set("bridge.routes[0].queue", "bridge-%s-%d".formatted(name, number))
        .set("bridge.name", name)
        .set("bridge.reverse[0].from", from)
        .set("bridge.reverse[0].exchange", exchange);
  }

  private BridgeProcess reverse(String from, String name) {
    return new BridgeProcess(sqs.endpoint(), toTurin, turin)
        .set("bridge.name", name)
        .set("bridge.reverse[0].from", from);
  }

  private void send(String queue, EncodedEvent event) {
    var entry = mapping.toMessage(event).toBatchEntry("1");
    plain
        .sendMessage(r -> r.queueUrl(url(queue))
            .messageGroupId(entry.messageGroupId())
            .messageDeduplicationId(entry.messageDeduplicationId())
            .messageBody(entry.messageBody())
            .messageAttributes(entry.messageAttributes()))
        .join();
  }

  /** Visible or held by somebody. */
  private static int left(String queue) {
    var attributes = plain
        .getQueueAttributes(r -> r.queueUrl(url(queue)).attributeNames(QueueAttributeName.ALL))
        .join()
        .attributes();
    return Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
        + Integer.parseInt(
            attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }

  private static String url(String queue) {
    return plain.getQueueUrl(r -> r.queueName(queue)).join().queueUrl();
  }

  private static Health health(ApplicationContext bridge) {
    return bridge.getBean("reverseHealthIndicator", HealthIndicator.class).health();
  }

  private static double looped(ApplicationContext bridge, String queue) {
    return bridge
        .getBean(MeterRegistry.class)
        .find("bridge.events.looped")
        .tag("queue", queue)
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
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

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofMinutes(1));
  }
}
