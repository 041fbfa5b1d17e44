package dev.eventmanager.autoconfigure.access;

import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.BeanIds;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Vouches for the operations endpoints where it can be guarded. After Spring Boot's own security, whose
 * default chain steps back as soon as it sees another: a service that relies on it would stand open.
 */
@AutoConfiguration(
    beforeName = "dev.eventmanager.autoconfigure.operate.OperateAutoConfiguration",
    afterName = {
      "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Conditional(OperationsCondition.class)
@EnableConfigurationProperties({OperationsProperties.class, WebEndpointProperties.class})
class AccessAutoConfiguration {

  /** The bean that a service defines itself to let its operators in another way. */
  static final String CHAIN = "operationsSecurityFilterChain";

  @Bean
  GuardedOperations guardedOperations() {
    return new GuardedOperations();
  }

  @Bean
  OperationsSecurity operationsSecurity(
      OperationsProperties properties,
      WebEndpointProperties endpoints,
      ObjectProvider<GuardedEndpoint> guarded) {
    return new OperationsSecurity(
        Stream.concat(
                Stream.of("parked", "topology")
                    .map(id -> endpoints.getPathMapping().getOrDefault(id, id)),
                guarded.stream().map(GuardedEndpoint::getRootPath))
            .distinct()
            .map(path -> endpoints.getBasePath() + "/" + path)
            .toList(),
        new OperationsUsers(properties.users()).authenticationManager());
  }

  /** For a service that has security of its own, which reaches its management port as well. */
  @Bean(CHAIN)
  @ConditionalOnBean(name = BeanIds.SPRING_SECURITY_FILTER_CHAIN)
  @ConditionalOnMissingBean(name = CHAIN)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain operationsSecurityFilterChain(
      OperationsSecurity security, HttpSecurity http) {
    return security.chain(http);
  }
}
