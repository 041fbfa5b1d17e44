package dev.eventmanager.autoconfigure.sqs;

import dev.eventmanager.autoconfigure.EventManagerProperties;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.sqs.connection.SqsConnection;
import dev.eventmanager.sqs.consume.SqsConsumer;
import dev.eventmanager.sqs.consume.SqsConsumerSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Lets a service handle events of SQS queues; opens nothing where it handles none. */
@AutoConfiguration(
    beforeName = "dev.eventmanager.autoconfigure.subscribe.SubscribersAutoConfiguration",
    afterName = "dev.eventmanager.autoconfigure.EventManagerAutoConfiguration")
@ConditionalOnClass(SqsConsumer.class)
@ConditionalOnBean(EventManagerProperties.class)
@EnableConfigurationProperties(SqsProperties.class)
class SqsAutoConfiguration {

  private static final Duration POLL_WAIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  @Bean
  SqsEventConsumers sqsEventConsumers(
      SqsProperties properties,
      EventManagerProperties events,
      EventIds ids,
      ObjectProvider<MeterRegistry> meters) {
    return new SqsEventConsumers(
        connection(properties),
        Optional.ofNullable(properties.claimsEndpoint()),
        settings(properties, events.consumer()),
        ids,
        meters.getIfAvailable(SimpleMeterRegistry::new));
  }

  private static SqsConnection connection(SqsProperties properties) {
    return new SqsConnection(
        Optional.ofNullable(properties.endpoint()),
        Optional.ofNullable(properties.region()),
        credentials(properties),
        ANSWER_WITHIN);
  }

  private static Optional<SqsConnection.Credentials> credentials(SqsProperties properties) {
    return properties.accessKey() == null || properties.secretKey() == null
        ? Optional.empty()
        : Optional.of(
            new SqsConnection.Credentials(properties.accessKey(), properties.secretKey()));
  }

  /** Ten at least, for so many come by one request. */
  private static SqsConsumerSettings settings(
      SqsProperties properties, EventManagerProperties.Consumer consumer) {
    return new SqsConsumerSettings(
        properties.visibilityTimeout(),
        Math.max(10, consumer.prefetch()),
        POLL_WAIT,
        consumer.shutdownTimeout());
  }
}
