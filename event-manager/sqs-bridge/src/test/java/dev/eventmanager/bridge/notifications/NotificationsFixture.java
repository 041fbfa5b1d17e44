package dev.eventmanager.bridge.notifications;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.FaultProxy;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.publish.PublishSettings;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import dev.eventmanager.sqs.connection.SqsConnection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A queue that S3 could notify, and instances that take from it. */
final class NotificationsFixture implements AutoCloseable {

  private static final int MOST_AT_ONCE = 10;
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final String queue = "uploads-" + NUMBERS.incrementAndGet();
  private final List<S3Notifications> running = new ArrayList<>();
  private final List<MeterRegistry> registries = new ArrayList<>();
  private final SqsAsyncClient plain;
  private final SqsAsyncClient client;
  private final String url;
  private final NotificationsDatabase database;
  private final CachingConnectionFactory connections;
  private final RabbitTransport transport;

  NotificationsFixture(
      ConnectionFactory factory,
      EmbeddedSqs sqs,
      FaultProxy proxy,
      NotificationsDatabase database) {
    this.database = database;
    plain = sqs.plainClient();
    url = plain
        .createQueue(
            r -> r.queueName(queue).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1")))
        .join()
        .queueUrl();
    client = new SqsConnection(
            Optional.of(proxy.endpoint()),
            Optional.of("eu-west-1"),
            Optional.of(new SqsConnection.Credentials("test", "test")),
            Duration.ofSeconds(10))
        .open();
    connections = new CachingConnectionFactory(factory);
    transport =
        RabbitTransport.open(new BrokerConnections(connections), PublishSettings.standard());
  }

  S3Notifications start(Duration settle) {
    return start(queue, settle);
  }

  S3Notifications start(String queue, Duration settle) {
    var registry = new SimpleMeterRegistry();
    registries.add(registry);
    var started = S3Notifications.start(
        List.of(new NotificationSource(queue, settle)),
        client,
        database.dataSource(),
        transport,
        new S3Notifications.Names("test", "test-" + running.size()),
        registry);
    running.add(started);
    return started;
  }

  String queue() {
    return queue;
  }

  void tell(String message) {
    plain.sendMessage(r -> r.queueUrl(url).messageBody(message)).join();
  }

  /** As many at once as SQS takes. */
  void tell(List<String> messages) {
    for (int from = 0; from < messages.size(); from += MOST_AT_ONCE) {
      var batch = messages.subList(from, Math.min(from + MOST_AT_ONCE, messages.size()));
      plain
          .sendMessageBatch(r -> r.queueUrl(url)
              .entries(IntStream.range(0, batch.size())
                  .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                      .id(String.valueOf(i))
                      .messageBody(batch.get(i))
                      .build())
                  .toList()))
          .join();
    }
  }

  boolean queueIsEmpty() {
    var visible = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    var inFlight = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
    var attributes = plain
        .getQueueAttributes(r -> r.queueUrl(url).attributeNames(visible, inFlight))
        .join()
        .attributes();
    return attributes.get(visible).equals("0") && attributes.get(inFlight).equals("0");
  }

  double counted(String name) {
    return registries.stream()
        .flatMap(each -> each.find("bridge.notifications." + name).counters().stream())
        .mapToDouble(Counter::count)
        .sum();
  }

  @Override
  public void close() {
    running.forEach(S3Notifications::close);
    transport.close();
    connections.destroy();
    client.close();
    plain.close();
  }
}
