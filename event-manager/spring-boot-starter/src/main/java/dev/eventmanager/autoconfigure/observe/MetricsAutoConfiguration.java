package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.autoconfigure.subscribe.EventConsumers;
import dev.eventmanager.jdbc.outbox.OutboxStatus;
import dev.eventmanager.jdbc.parking.ParkedStatus;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** Adds the library's meters to those of the service. */
@AutoConfiguration(
    afterName = {
      "dev.eventmanager.autoconfigure.subscribe.SubscribersAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnBean(EventConsumers.class)
class MetricsAutoConfiguration {

  @Bean
  EventMeters eventMeters(
      RabbitTransport publisher, EventConsumers consumers, ObjectProvider<OutboxStatus> outbox) {
    return new EventMeters(publisher, consumers, Optional.ofNullable(outbox.getIfAvailable()));
  }

  @Bean
  @ConditionalOnBean({ParkedStatus.class, MeterRegistry.class})
  HeldMeters heldMeters(
      ParkedStatus held,
      EventConsumers consumers,
      MeterRegistry registry,
      ApplicationContext service) {
    return new HeldMeters(held, consumers, registry, service);
  }
}
