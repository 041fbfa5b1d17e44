package dev.eventmanager.autoconfigure.topology;

import dev.eventmanager.autoconfigure.EventManagerAutoConfiguration;
import dev.eventmanager.autoconfigure.EventManagerProperties;
import dev.eventmanager.autoconfigure.ServiceName;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.management.ManagementApi;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.amqp.autoconfigure.RabbitProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Gives every service its routing to look at. */
@AutoConfiguration(after = EventManagerAutoConfiguration.class)
@ConditionalOnBean(BrokerConnections.class)
class TopologyAutoConfiguration {

  @Bean
  ServiceRouting serviceRouting(
      ServiceName service,
      EventCatalogue catalogue,
      BrokerConnections connections,
      EventManagerProperties properties,
      ObjectProvider<RabbitConnectionDetails> details,
      ObjectProvider<RabbitProperties> rabbit) {
    boolean encrypted = rabbit.stream().anyMatch(each -> each.getSsl().determineEnabled());
    ManagementSettings settings =
        new ManagementSettings(properties.topology(), details.stream().findFirst(), encrypted);
    Optional<ManagementApi> management = settings.address().map(ManagementApi::new);
    return new ServiceRouting(
        service, catalogue, connections, management, properties.topology().drift());
  }
}
