package dev.eventmanager.autoconfigure.access;

import static dev.eventmanager.autoconfigure.access.ServiceOnTwoPorts.as;
import static dev.eventmanager.autoconfigure.access.ServiceOnTwoPorts.posting;
import static dev.eventmanager.autoconfigure.access.ServiceOnTwoPorts.status;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** What a service has of its own security neither loses nor opens anything. */
class SecurityOfTheServiceIT {

  private static final String PARKED = "/actuator/parked";

  private static final String[] CUSTOMER = {
    "spring.security.user.name=customer", "spring.security.user.password=secret"
  };

  @Test
  void whatSpringBootClosesByItselfStaysClosed() {
    try (ServiceOnTwoPorts service = ServiceOnTwoPorts.start(Defaults.class, CUSTOMER)) {
      assertThat(service.publicly("/page")).isEqualTo(401);
      assertThat(service.publicly("/page", "customer")).isEqualTo(200);
      assertThat(service.publicly("/page", "operator")).isEqualTo(401);
      assertThat(status(service.management("/actuator/health"))).isEqualTo(200);
      assertThatOnlyOperatorsGetIn(service);
    }
  }

  @Test
  void aChainOfTheServiceKeepsItsPaths() {
    try (ServiceOnTwoPorts service = ServiceOnTwoPorts.start(PublicPage.class, CUSTOMER)) {
      assertThat(service.publicly("/page")).isEqualTo(200);
      assertThat(service.publicly("/other")).isEqualTo(401);
      assertThat(service.publicly("/other", "customer")).isEqualTo(404);
      assertThat(status(service.management("/actuator/health"))).isEqualTo(401);
      assertThatOnlyOperatorsGetIn(service);
    }
  }

  @Test
  void aServiceMayLetItsOperatorsInAnotherWay() {
    try (ServiceOnTwoPorts service = ServiceOnTwoPorts.start(OwnOperators.class, CUSTOMER)) {
      assertThat(status(as("operator", service.management(PARKED)))).isEqualTo(401);
      assertThat(status(as("customer", service.management(PARKED)))).isEqualTo(200);
    }
  }

  @Test
  void theOperationsAreGuardedWhereverTheyAreMoved() {
    try (ServiceOnTwoPorts service = ServiceOnTwoPorts.start(
        Defaults.class,
        "management.server.base-path=/inside",
        "management.endpoints.web.base-path=/manage",
        "management.endpoints.web.path-mapping.parked=kept")) {
      assertThat(status(service.management("/inside/manage/kept"))).isEqualTo(401);
      assertThat(status(as("viewer", service.management("/inside/manage/kept"))))
          .isEqualTo(200);
    }
  }

  private static void assertThatOnlyOperatorsGetIn(ServiceOnTwoPorts service) {
    assertThat(status(service.management(PARKED))).isEqualTo(401);
    assertThat(status(as("customer", service.management(PARKED)))).isEqualTo(401);
    assertThat(status(as("viewer", service.management(PARKED)))).isEqualTo(200);
    assertThat(status(as("viewer", posting(service.management(PARKED + "/operations")))))
        .isEqualTo(403);
    assertThat(status(as("operator", posting(service.management(PARKED + "/operations")))))
        .isEqualTo(200);
  }

  static class Defaults {}

  static class PublicPage {

    @Bean
    SecurityFilterChain pages(HttpSecurity http) {
      return http.authorizeHttpRequests(requests ->
              requests.requestMatchers("/page").permitAll().anyRequest().authenticated())
          .httpBasic(Customizer.withDefaults())
          .build();
    }
  }

  static class OwnOperators {

    @Bean
    SecurityFilterChain operationsSecurityFilterChain(HttpSecurity http) {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .httpBasic(Customizer.withDefaults())
          .build();
    }
  }
}
