package dev.eventmanager.autoconfigure.access;

import static dev.eventmanager.autoconfigure.access.ServiceOnTwoPorts.as;
import static dev.eventmanager.autoconfigure.access.ServiceOnTwoPorts.posting;
import static dev.eventmanager.autoconfigure.access.ServiceOnTwoPorts.send;
import static dev.eventmanager.autoconfigure.access.ServiceOnTwoPorts.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;

/** Who gets at the operations of a service that has Spring Security for nothing else. */
class OperationsAccessIT {

  private static final String PARKED = "/actuator/parked";

  private static ServiceOnTwoPorts service;

  @BeforeAll
  static void start() {
    service = ServiceOnTwoPorts.start(NoneOfItsOwn.class);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PARKED,
        PARKED + "/",
        PARKED + "/operations",
        "/actuator/%70arked",
        "//actuator/parked",
        "/actuator/topology",
        "/actuator/topology/explain/key/order.v1.submit"
      })
  void nobodyReadsWithoutCredentials(String path) {
    assertThat(status(service.management(path))).isIn(400, 401);
  }

  @Test
  void nobodyActsWithoutCredentials() {
    assertThat(status(posting(service.management(PARKED + "/operations")))).isEqualTo(401);
    assertThat(status(posting(service.management("/actuator/topology/apply")))).isEqualTo(401);
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreRefusedAlike() {
    HttpResponse<String> wrong = send(as("viewer:guessed", service.management(PARKED)));
    HttpResponse<String> unknown = send(as("nobody:secret", service.management(PARKED)));

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("WWW-Authenticate"))
        .hasValue("Basic realm=\"operations\", charset=\"UTF-8\"");
    assertThat(wrong.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(wrong.body())
        .contains("\"status\":401", "event-manager.operations.users")
        .isEqualTo(unknown.body());
  }

  @Test
  void aViewerReadsAndDoesNotAct() {
    assertThat(status(as("viewer", service.management(PARKED)))).isEqualTo(200);

    HttpResponse<String> refused =
        send(as("viewer", posting(service.management(PARKED + "/operations"))));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(refused.body()).contains("\"status\":403", "EVENT_OPERATOR");
  }

  @Test
  void anOperatorReadsAndActs() {
    assertThat(status(as("operator", service.management(PARKED)))).isEqualTo(200);
    assertThat(status(as("operator", posting(service.management(PARKED + "/operations")))))
        .isEqualTo(200);
  }

  @Test
  void noCookieStandsInForThePassword() {
    assertThat(send(as("viewer", service.management(PARKED))).headers().firstValue("Set-Cookie"))
        .isEmpty();
  }

  @Test
  void aPageOfAnotherSiteCannotActWithThePasswordThatABrowserRemembers() {
    assertThat(status(as(
            "operator",
            posting(service.management(PARKED + "/operations"))
                .header("Origin", "https://elsewhere.example"))))
        .isEqualTo(403);
  }

  @Test
  void theRestOfTheManagementPortStaysOpen() {
    assertThat(status(service.management("/actuator/health"))).isEqualTo(200);
    assertThat(status(service.management("/actuator"))).isEqualTo(200);
  }

  /** A filter of Spring Security would refuse the semicolon. */
  @Test
  void thePublicPortHasNeitherTheOperationsNorAFilterOfOurs() {
    assertThat(service.publicly(PARKED)).isEqualTo(404);
    assertThat(service.publicly("/page")).isEqualTo(200);
    assertThat(service.publicly("/page;as=before")).isEqualTo(200);
  }

  /** As without spring-boot-security on the class path. */
  @EnableAutoConfiguration(
      exclude = {
        ManagementWebSecurityAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        UserDetailsServiceAutoConfiguration.class
      })
  static class NoneOfItsOwn {}
}
