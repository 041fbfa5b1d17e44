package dev.eventmanager.bridge.notifications;

import dev.eventmanager.bridge.route.NeededExchange;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import dev.eventmanager.s3.S3Events;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** S3 notifications, in a bridge that is told where to take them from. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("bridge.notifications[0].from")
@EnableConfigurationProperties(NotificationsProperties.class)
class NotificationsConfiguration {

  @Bean
  @DependsOn("bridgeSchema")
  RunningNotifications runningNotifications(
      NotificationsProperties properties,
      SqsAsyncClient sqs,
      DataSource database,
      RabbitTransport broker,
      EventIds ids,
      @Value("${spring.application.name}") String application,
      MeterRegistry registry) {
    var sources = properties.sources();
    var names = new S3Notifications.Names(application, application + "-" + ids.next());
    return new RunningNotifications(
        () -> S3Notifications.start(sources, sqs, database, broker, names, registry));
  }

  @Bean
  NeededExchange s3Exchange() {
    return new NeededExchange(S3Events.CREATED.exchange().name());
  }

  @Bean
  NotificationsHealthIndicator notificationsHealthIndicator(RunningNotifications notifications) {
    return new NotificationsHealthIndicator(notifications);
  }
}
