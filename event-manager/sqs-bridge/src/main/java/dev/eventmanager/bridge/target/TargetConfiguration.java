package dev.eventmanager.bridge.target;

import dev.eventmanager.bridge.settings.BridgeProperties;
import dev.eventmanager.sqs.claim.ClaimStore;
import dev.eventmanager.sqs.connection.SqsConnection;
import dev.eventmanager.sqs.queue.FifoQueues;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** What routes lead to: queues, topics, and the bucket for what is too large for both. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TargetProperties.class)
class TargetConfiguration {

  /** Made when the first route to a topic asks for it. */
  @Bean
  @Lazy
  SnsAsyncClient snsClient(SqsConnection connection, TargetProperties properties) {
    return connection.openSns(Optional.ofNullable(properties.sns().endpoint()));
  }

  @Bean
  @ConditionalOnProperty("bridge.claims.bucket")
  S3AsyncClient s3Client(SqsConnection connection, TargetProperties properties) {
    return connection.openS3(Optional.ofNullable(properties.claims().endpoint()));
  }

  @Bean
  @ConditionalOnProperty("bridge.claims.bucket")
  ClaimStore claimStore(S3AsyncClient s3, TargetProperties properties) {
    var claims = properties.claims();
    return new ClaimStore(s3, String.valueOf(claims.bucket()), claims.prefix());
  }

  @Bean
  Targets targets(
      SqsAsyncClient sqs,
      FifoQueues queues,
      ObjectProvider<SnsAsyncClient> sns,
      Optional<ClaimStore> claims,
      BridgeProperties properties) {
    return new Targets(sqs, queues, sns::getObject, claims, properties.sqs().createQueues());
  }
}
