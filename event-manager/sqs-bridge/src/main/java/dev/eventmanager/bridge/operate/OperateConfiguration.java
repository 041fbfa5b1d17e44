package dev.eventmanager.bridge.operate;

import dev.eventmanager.autoconfigure.access.GuardedOperations;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Makes the endpoint known to the actuator, where something vouches for its being guarded. */
@AutoConfiguration(afterName = "dev.eventmanager.autoconfigure.access.AccessAutoConfiguration")
@ConditionalOnBean({GuardedOperations.class, OperableRoutes.class})
class OperateConfiguration {

  @Bean
  @ConditionalOnAvailableEndpoint(endpoint = BridgeEndpoint.class)
  BridgeEndpoint bridgeEndpoint(WebEndpointProperties endpoints) {
    return new BridgeEndpoint(endpoints);
  }
}
