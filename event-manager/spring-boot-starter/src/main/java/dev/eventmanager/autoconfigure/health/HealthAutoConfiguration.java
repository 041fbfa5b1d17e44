package dev.eventmanager.autoconfigure.health;

import dev.eventmanager.autoconfigure.subscribe.EventConsumers;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.handling.Pauses;
import dev.eventmanager.jdbc.outbox.OutboxStatus;
import dev.eventmanager.jdbc.parking.ParkedStatus;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.parking.ParkedQueues;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
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
      RabbitTransport publisher,
      EventConsumers consumers,
      Pauses pauses,
      ParkedEvents parkedEvents,
      ObjectProvider<ParkedStatus> database,
      ObjectProvider<OutboxStatus> outbox,
      ObjectProvider<Clock> clock,
      BrokerConnections connections) {
    return new EventManagerHealthIndicator(
        publisher,
        consumers,
        pauses,
        new HeldDetails(
            parkedEvents,
            Optional.ofNullable(database.getIfAvailable()),
            new ParkedQueues(connections)),
        Optional.ofNullable(outbox.getIfAvailable()).map(OutboxDetails::new),
        clock.getIfUnique(Clock::systemUTC));
  }
}
