package dev.eventmanager.autoconfigure.operate;

import dev.eventmanager.autoconfigure.access.GuardedOperations;
import dev.eventmanager.autoconfigure.subscribe.EventConsumers;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;

/** Makes the operations known to the actuator, where something vouches for their being guarded. */
@AutoConfiguration(
    afterName = "dev.eventmanager.autoconfigure.subscribe.SubscribersAutoConfiguration")
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean({GuardedOperations.class, EventConsumers.class})
@EnableConfigurationProperties(WebEndpointProperties.class)
class OperateAutoConfiguration {

  @Bean
  @ConditionalOnAvailableEndpoint(endpoint = ParkedEndpoint.class)
  ParkedEndpoint parkedEndpoint(WebEndpointProperties endpoints) {
    return new ParkedEndpoint(endpoints);
  }

  @Bean
  @ConditionalOnAvailableEndpoint(endpoint = TopologyEndpoint.class)
  TopologyEndpoint topologyEndpoint(WebEndpointProperties endpoints) {
    return new TopologyEndpoint(endpoints);
  }
}
