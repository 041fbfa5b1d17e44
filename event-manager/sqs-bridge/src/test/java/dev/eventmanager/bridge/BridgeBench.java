package dev.eventmanager.bridge;

import static dev.eventmanager.sqs.fixture.Events.event;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.bridge.fixture.Publisher;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.FaultProxy;
import dev.eventmanager.emulator.QueueReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.springframework.context.ApplicationContext;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Two exchanges, a bridge to start, an SQS behind a fault proxy, and a plain reader of what got
 * there; all with names of their own, so that tests share nothing.
 */
final class BridgeBench implements AutoCloseable {

  private final String name = UUID.randomUUID().toString().substring(0, 8);
  final String orders = "order-" + name;
  final String bills = "billing-" + name;
  final String target = "shop-%s.fifo".formatted(name);
  final EmbeddedSqs sqs;
  final SqsAsyncClient plain;
  final FaultProxy proxy;
  final Publisher publisher;

  BridgeBench(ConnectionFactory factory) throws Exception {
    this(factory, Clock.systemUTC());
  }

  /** One whose SQS goes by a clock. */
  BridgeBench(ConnectionFactory factory, Clock clock) throws Exception {
    sqs = EmbeddedSqs.start(clock);
    plain = sqs.plainClient();
    proxy = FaultProxy.before(sqs.endpoint());
    publisher = new Publisher(factory);
    publisher.declareExchange(orders);
    publisher.declareExchange(bills);
  }

  /** With one route, from both exchanges. */
  BridgeProcess bridge() {
    return new BridgeProcess(proxy.endpoint(), target, orders, bills);
  }

  /** The RabbitMQ queue of its route. */
  String queue() {
    return "sqs-bridge_shop-" + name;
  }

  QueueReader reader() {
    return reader(target);
  }

  QueueReader reader(String queue) {
    return new QueueReader(
        plain, plain.getQueueUrl(r -> r.queueName(queue)).join().queueUrl());
  }

  EncodedEvent eventNamed(String name) {
    return on(orders, event(name.substring(0, 1), name));
  }

  void publish(List<EncodedEvent> events) throws Exception {
    publisher.publish(events);
  }

  /** Each is named by its key, which is its first letter, and its number. */
  void publish(String... names) throws Exception {
    publisher.publish(List.of(names).stream().map(this::eventNamed).toList());
  }

  /** Each key's events take turns between two exchanges. */
  List<EncodedEvent> events(int keys, int each) {
    return events(keys, 0, each);
  }

  /** As {@link #events(int, int)}, from one turn up to another. */
  List<EncodedEvent> events(int keys, int from, int to) {
    var events = new ArrayList<EncodedEvent>();
    for (int turn = from; turn < to; turn++) {
      for (int key = 0; key < keys; key++) {
        var event = event("key-" + key, "%s-%d-%d".formatted(name, key, turn));
        events.add(on(turn % 2 == 0 ? orders : bills, event));
      }
    }
    return events;
  }

  static EncodedEvent on(String exchange, EncodedEvent event) {
    return event.withMetadata(event.metadata().toBuilder()
        .exchange(exchange)
        .routingKey(exchange + ".v1.submit")
        .build());
  }

  static Map<String, List<String>> idsByKey(List<EncodedEvent> events) {
    return events.stream()
        .map(EncodedEvent::metadata)
        .collect(Collectors.groupingBy(
            m -> m.orderingKey(), Collectors.mapping(m -> m.id(), Collectors.toList())));
  }

  /** How many events the bridge keeps in its database. */
  static long parked(ApplicationContext bridge) {
    return bridge.getBean(Bridge.class).status().get(0).parked();
  }

  /** Longer than any request or back-off takes, and than a busy machine needs. */
  static ConditionFactory eventually() {
    return await().atMost(Duration.ofMinutes(2));
  }

  @Override
  public void close() throws Exception {
    publisher.close();
    proxy.close();
    plain.close();
    sqs.close();
  }
}
