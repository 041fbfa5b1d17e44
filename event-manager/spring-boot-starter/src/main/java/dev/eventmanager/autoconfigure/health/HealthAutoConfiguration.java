package dev.eventmanager.autoconfigure.health;

import dev.eventmanager.autoconfigure.subscribe.EventConsumers;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;

/** Adds "eventManager" to the health of the service. */
@AutoConfiguration(
    afterName = "dev.eventmanager.autoconfigure.subscribe.SubscribersAutoConfiguration")
@ConditionalOnBean(EventConsumers.class)
@ConditionalOnEnabledHealthIndicator("event-manager")
class HealthAutoConfiguration {

  @Bean
  EventManagerHealthIndicator eventManagerHealthIndicator(
      RabbitTransport publisher, EventConsumers consumers, ParkedEvents parkedEvents) {
    return new EventManagerHealthIndicator(publisher, consumers, parkedEvents);
  }
}
