package dev.eventmanager.sqs.consume;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.FaultProxy;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.sqs.connection.SqsConnection;
import dev.eventmanager.sqs.fixture.Events;
import dev.eventmanager.sqs.mapping.MessageMapping;
import dev.eventmanager.sqs.mapping.MessageReader;
import dev.eventmanager.sqs.queue.FifoQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue of the test's own, a proxy before SQS, and consumers that go through the proxy. */
final class ConsumerBench implements AutoCloseable {

  final FaultProxy proxy;
  final SqsAsyncClient plain;
  final List<ConsumerIncident> incidents = new CopyOnWriteArrayList<>();
  final FifoQueue queue;

  private final MessageMapping mapping = new MessageMapping();
  private final SqsAsyncClient through;
  private final EventIds ids = EventIds.uuidV7();
  private final List<SqsConsumer> consumers = new ArrayList<>();

  /** The SQS is not closed with the bench. */
  ConsumerBench(EmbeddedSqs sqs) {
    proxy = FaultProxy.before(sqs.endpoint());
    plain = sqs.plainClient();
    through = connection(proxy).open();
    queue = create("parcels-%s.fifo".formatted(UUID.randomUUID()), Map.of());
  }

  FifoQueue create(String name, Map<QueueAttributeName, String> further) {
    var attributes = new HashMap<>(further);
    attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
    var url =
        plain.createQueue(r -> r.queueName(name).attributes(attributes)).join().queueUrl();
    return new FifoQueue(name, url, 1_048_576);
  }

  /** One that another process might have, with nothing in its way. */
  SqsConsumer rival(DeliveryProcessor processor) {
    return consume(plain, queue, Duration.ofSeconds(30), 250, processor);
  }

  SqsConsumer consume(Duration visibility, DeliveryProcessor processor) {
    return consume(through, queue, visibility, 250, processor);
  }

  SqsConsumer consume(FifoQueue other, DeliveryProcessor processor) {
    return consume(through, other, Duration.ofSeconds(30), 250, processor);
  }

  SqsConsumer consumeAtMost(int mostInHand, DeliveryProcessor processor) {
    return consume(through, queue, Duration.ofSeconds(30), mostInHand, processor);
  }

  private SqsConsumer consume(
      SqsAsyncClient client,
      FifoQueue from,
      Duration visibility,
      int mostInHand,
      DeliveryProcessor processor) {
    var reader = new MessageReader(Optional.empty(), Optional.empty(), derived -> {});
    var settings = new SqsConsumerSettings(
        visibility, mostInHand, Duration.ofSeconds(1), Duration.ofSeconds(5));
    var consumer = new SqsConsumer(
        client,
        from,
        new EventReader(reader, () -> {
          throw new AssertionError("nothing here lies in S3");
        }),
        processor,
        settings,
        ids::next,
        incidents::add);
    consumers.add(consumer);
    return consumer.start();
  }

  /** A1, A2 and on, sent in this order. */
  void send(String... names) {
    for (var name : names) {
      send(Events.event(name.substring(0, 1), name));
    }
  }

  void send(EncodedEvent event) {
    send(queue, event);
  }

  void send(FifoQueue to, EncodedEvent event) {
    var entry = mapping.toMessage(event).toBatchEntry("1");
    plain
        .sendMessage(r -> r.queueUrl(to.url())
            .messageGroupId(entry.messageGroupId())
            .messageDeduplicationId(entry.messageDeduplicationId())
            .messageBody(entry.messageBody())
            .messageAttributes(entry.messageAttributes()))
        .join();
  }

  String arn(FifoQueue of) {
    return plain
        .getQueueAttributes(r -> r.queueUrl(of.url()).attributeNames(QueueAttributeName.QUEUE_ARN))
        .join()
        .attributes()
        .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
  }

  /** Visible or held by somebody. */
  int left() {
    var attributes = plain
        .getQueueAttributes(r -> r.queueUrl(queue.url()).attributeNames(QueueAttributeName.ALL))
        .join()
        .attributes();
    return number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
        + number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  static Map<String, List<String>> byKey(List<EncodedEvent> events) {
    return events.stream()
        .collect(Collectors.groupingBy(
            event -> event.metadata().orderingKey(),
            Collectors.mapping(event -> event.metadata().id(), Collectors.toList())));
  }

  @Override
  public void close() {
    proxy.heal();
    consumers.forEach(SqsConsumer::pause); // all drain at once
    consumers.forEach(SqsConsumer::close);
    through.close();
    plain.close();
    proxy.close();
  }

  private static SqsConnection connection(FaultProxy proxy) {
    return new SqsConnection(
        Optional.of(proxy.endpoint()),
        Optional.of("eu-west-1"),
        Optional.of(new SqsConnection.Credentials("test", "test")),
        Duration.ofSeconds(10));
  }

  private static int number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Integer.parseInt(attributes.getOrDefault(name, "0"));
  }
}
