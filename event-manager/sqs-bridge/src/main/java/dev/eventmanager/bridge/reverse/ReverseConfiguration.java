package dev.eventmanager.bridge.reverse;

import dev.eventmanager.bridge.settings.BridgeProperties;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.publish.PublishSettings;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import dev.eventmanager.sqs.claim.ClaimStore;
import dev.eventmanager.sqs.connection.SqsConnection;
import dev.eventmanager.sqs.consume.SqsConsumerSettings;
import dev.eventmanager.sqs.queue.FifoQueues;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Puts the routes from SQS to exchanges together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReverseProperties.class)
class ReverseConfiguration {

  /** Messages of a route that are held at once, each perhaps of 1 MiB. */
  private static final int MOST_IN_HAND = 250;

  private static final Duration POLL_WAIT = Duration.ofSeconds(5);

  @Bean
  ReverseRoutes reverseRoutes(
      ReverseProperties properties,
      BridgeProperties bridge,
      BrokerConnections connections,
      FifoQueues queues,
      SqsAsyncClient sqs,
      ObjectProvider<ReverseClaims> claims,
      MeterRegistry registry) {
    var settings = ReverseReading.read(bridge.name(), properties.reverse());
    var consuming = new SqsConsumerSettings(
        properties.visibilityTimeout(), MOST_IN_HAND, POLL_WAIT, bridge.shutdownTimeout());
    return new ReverseRoutes(
        settings,
        () -> RabbitTransport.open(connections, roomFor(settings.size() * MOST_IN_HAND)),
        (each, transport) -> new ReverseRoute(
            sqs,
            () -> queues.open(each.queue(), bridge.sqs().createQueues()),
            each,
            consuming,
            String.valueOf(bridge.name()),
            transport,
            () -> claims.getObject().store(),
            registry));
  }

  /** Publishing never waits for room, which would hold up what keeps the messages ours. */
  private static PublishSettings roomFor(int events) {
    return new PublishSettings.Builder().maxInFlight(events).build();
  }

  /** Made when the first message comes whose body lies in S3. */
  @Bean
  @Lazy
  ReverseClaims reverseClaims(SqsConnection connection, Environment environment) {
    var endpoint =
        Optional.ofNullable(environment.getProperty("bridge.claims.endpoint", URI.class));
    return new ReverseClaims(new ClaimStore(connection.openS3(endpoint), "", ""));
  }

  @Bean
  @ConditionalOnProperty("bridge.reverse[0].from")
  ReverseHealthIndicator reverseHealthIndicator(ReverseRoutes routes) {
    return new ReverseHealthIndicator(routes);
  }

  /** Reads bodies from the buckets that messages name; puts none anywhere. */
  record ReverseClaims(ClaimStore store) {}
}
