package dev.eventmanager.bridge;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What there is to set. The connection to RabbitMQ is Spring Boot's: {@code spring.rabbitmq.*}.
 *
 * @param routes What is mirrored where.
 * @param sqs Where SQS is.
 * @param prefetch How many events of a route may be between the broker and SQS at once.
 * @param linger How long an event may wait for others to share its batch.
 * @param batchesInFlight How many batches of a route may be under way at once.
 * @param shutdownTimeout How long a stopping bridge waits for the events in hand.
 */
@ConfigurationProperties("bridge")
record BridgeProperties(
    @DefaultValue List<RouteProperties> routes,
    @DefaultValue SqsProperties sqs,
    @DefaultValue("1000") int prefetch,
    @DefaultValue("3ms") Duration linger,
    @DefaultValue("16") int batchesInFlight,
    @DefaultValue("20s") Duration shutdownTimeout) {

  /**
   * What is mirrored where.
   *
   * @param to Name of the SQS FIFO queue.
   * @param from Exchanges and patterns of the events that go there.
   * @param queue RabbitMQ queue that gathers them; "sqs-bridge_" and the name of the SQS queue
   *     without ".fifo" if nothing is said.
   */
  record RouteProperties(
      @Nullable String to,
      @DefaultValue List<SourceProperties> from,
      @Nullable String queue) {}

  /**
   * Where events come from.
   *
   * @param exchange Name of a topic exchange.
   * @param patterns Binding keys; all events of the exchange if nothing is said.
   */
  record SourceProperties(
      @Nullable String exchange, @DefaultValue("#") List<String> patterns) {}

  /**
   * Where SQS is.
   *
   * @param endpoint Address that speaks SQS; Amazon's own in the region if nothing is said.
   * @param region AWS region; what AWS's default chain finds if nothing is said.
   * @param accessKey Fixed access key, for emulators; AWS's default chain if nothing is said.
   * @param secretKey Secret of the fixed access key.
   * @param createQueues Whether to create missing FIFO queues, each with a dead letter queue.
   * @param requestTimeout How long an answer is awaited before its outcome counts as unknown.
   */
  record SqsProperties(
      @Nullable URI endpoint,
      @Nullable String region,
      @Nullable String accessKey,
      @Nullable String secretKey,
      @DefaultValue("false") boolean createQueues,
      @DefaultValue("10s") Duration requestTimeout) {}
}
