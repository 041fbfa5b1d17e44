package dev.eventmanager.autoconfigure.operate;

import dev.eventmanager.autoconfigure.access.GuardedEndpoint;
import dev.eventmanager.autoconfigure.access.GuardedOperations;
import dev.eventmanager.autoconfigure.subscribe.EventConsumers;
import dev.eventmanager.autoconfigure.topology.ServiceRouting;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.jdbc.operations.DiscardedEvents;
import dev.eventmanager.jdbc.operations.ParkedOperations;
import dev.eventmanager.jdbc.parking.ParkedReader;
import java.util.List;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;

/** Serves the operations, on a management port of its own and nowhere else. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBean({GuardedOperations.class, GuardedEndpoint.class})
class ParkedManagementConfiguration {

  @Bean
  Problems operationsProblems() {
    return new Problems();
  }

  /** Before the one that answers every error on a management port by its status alone. */
  @Bean
  ExceptionHandlerExceptionResolver operationsExceptionResolver() {
    ExceptionHandlerExceptionResolver resolver = new ExceptionHandlerExceptionResolver();
    resolver.setOrder(Ordered.HIGHEST_PRECEDENCE);
    resolver.setMessageConverters(List.of(new JacksonJsonHttpMessageConverter()));
    resolver.setMappedHandlerClasses(GuardedController.class);
    return resolver;
  }

  @Bean
  @ConditionalOnBean({ParkedEndpoint.class, ParkedOperations.class})
  ParkedController parkedController(ParkedReader reader, DiscardedEvents discarded) {
    return new ParkedController(reader, discarded);
  }

  @Bean
  @ConditionalOnBean({ParkedEndpoint.class, ParkedOperations.class})
  OperationsController operationsController(
      ParkedOperations operations, EndpointAccessResolver access) {
    return new OperationsController(
        operations, access.accessFor(EndpointId.of(ParkedEndpoint.ID), Access.UNRESTRICTED));
  }

  @Bean
  @ConditionalOnBean(TopologyEndpoint.class)
  TopologyController topologyController(ServiceRouting routing, EndpointAccessResolver access) {
    return new TopologyController(
        routing, access.accessFor(EndpointId.of(TopologyEndpoint.ID), Access.UNRESTRICTED));
  }

  @Bean
  @ConditionalOnBean(ParkedEndpoint.class)
  @ConditionalOnMissingBean(ParkedOperations.class)
  BrokerParkedController brokerParkedController(
      EventConsumers consumers, ParkedEvents parkedEvents) {
    return new BrokerParkedController(consumers, parkedEvents);
  }
}
