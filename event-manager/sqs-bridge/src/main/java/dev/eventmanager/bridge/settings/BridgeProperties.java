package dev.eventmanager.bridge.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What there is to set. The connection to RabbitMQ is Spring Boot's: {@code spring.rabbitmq.*}.
 *
 * @param name Name of this broker among those that exchange events. The same in every bridge of the
 *     broker, and no other broker's. Needed with bridge.reverse.
 * @param routes What is mirrored where.
 * @param sqs Where SQS is.
 * @param ledger What is noted of each event.
 * @param prefetch How many events of a route may be between the broker and SQS at once.
 * @param linger How long an event may wait for others to share its batch.
 * @param batchesInFlight How many batches of a route may be under way at once.
 * @param patience How long nothing may get to SQS before RabbitMQ is given back what waits; well below
 *     its consumer_timeout.
 * @param shutdownTimeout How long a stopping bridge waits for the events in hand.
 */
@ConfigurationProperties("bridge")
public record BridgeProperties(
    @Nullable String name,
    @DefaultValue List<RouteProperties> routes,
    @DefaultValue SqsProperties sqs,
    @DefaultValue LedgerProperties ledger,
    @DefaultValue("1000") int prefetch,
    @DefaultValue("3ms") Duration linger,
    @DefaultValue("16") int batchesInFlight,
    @DefaultValue("5m") Duration patience,
    @DefaultValue("20s") Duration shutdownTimeout) {

  /**
   * What is mirrored where.
   *
   * @param to Name of the SQS FIFO queue; or of an SNS FIFO topic, behind "topic:", or its ARN.
   * @param from Exchanges and patterns of the events that go there.
   * @param queue RabbitMQ queue that gathers them; "sqs-bridge_" and the name of the SQS queue
   *     without ".fifo" if nothing is said, or "sqs-bridge_topic-" and that of the topic.
   * @param partitions In how many parts RabbitMQ keeps that queue, by ordering key, so that as many
   *     instances can share it. Not to be changed on a queue that is in use.
   * @param audit For how long a stream beside that queue keeps what was published, so that both
   *     sides can be compared; there is none if nothing is said.
   */
  public record RouteProperties(
      @Nullable String to,
      @DefaultValue List<SourceProperties> from,
      @Nullable String queue,
      @DefaultValue("1") int partitions,
      @Nullable Duration audit) {}

  /**
   * Where events come from.
   *
   * @param exchange Name of a topic exchange.
   * @param patterns Binding keys; all events of the exchange if nothing is said.
   */
  public record SourceProperties(
      @Nullable String exchange, @DefaultValue("#") List<String> patterns) {}

  /**
   * Where SQS is.
   *
   * @param endpoint Address that speaks SQS; Amazon's own in the region if nothing is said.
   * @param region AWS region; what AWS's default chain finds if nothing is said.
   * @param accessKey Fixed access key, for emulators; AWS's default chain if nothing is said.
   * @param secretKey Secret of the fixed access key.
   * @param createQueues Whether to create missing FIFO queues, each with a dead letter queue,
   *     and topics.
   * @param requestTimeout How long an answer is awaited before its outcome counts as unknown.
   */
  public record SqsProperties(
      @Nullable URI endpoint,
      @Nullable String region,
      @Nullable String accessKey,
      @Nullable String secretKey,
      @DefaultValue("false") boolean createQueues,
      @DefaultValue("10s") Duration requestTimeout) {}

  /**
   * What is noted of each event.
   *
   * @param retention For how long the receipt of an event is kept, which keeps it from being sent
   *     again. Longer than a broker may take to bring one back.
   */
  public record LedgerProperties(@DefaultValue("24h") Duration retention) {}
}
