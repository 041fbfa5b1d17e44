package dev.eventmanager.bridge.operate;

import dev.eventmanager.bridge.verify.Verifications;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Serves the endpoint, on a management port of its own and nowhere else. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBean(BridgeEndpoint.class)
class OperateManagementConfiguration {

  @Bean
  RoutesController routesController(
      List<OperableRoutes> kinds,
      MeterRegistry registry,
      Clock clock,
      EndpointAccessResolver access) {
    return new RoutesController(kinds, registry, clock, permission(access));
  }

  @Bean
  VerificationsController verificationsController(
      VerifiableRoutes routes,
      Verifications verifications,
      Clock clock,
      EndpointAccessResolver access) {
    return new VerificationsController(routes, verifications, clock, permission(access));
  }

  private static Permission permission(EndpointAccessResolver access) {
    return new Permission(access.accessFor(EndpointId.of(BridgeEndpoint.ID), Access.UNRESTRICTED));
  }
}
