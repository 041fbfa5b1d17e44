package dev.eventmanager.autoconfigure.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.autoconfigure.access.ServiceOnTwoPorts.StubEndpoint;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.SecurityFilterChain;

/** What a service says at its start about its operations endpoint. */
class OperationsNoteTest {

  private static final String EXPOSED = "management.endpoints.web.exposure.include=health,parked";
  private static final String OWN_PORT = "management.server.port=9082";

  private static final AutoConfigurations ACCESS = AutoConfigurations.of(
      AccessAutoConfiguration.class,
      OperationsNoteAutoConfiguration.class,
      EndpointAutoConfiguration.class,
      WebEndpointAutoConfiguration.class);

  private final WebApplicationContextRunner service =
      new WebApplicationContextRunner().withConfiguration(ACCESS);

  @Test
  void namesPathPortAndUsersWhereItIsServed() {
    service
        .withBean(StubEndpoint.class)
        .withPropertyValues(
            EXPOSED,
            OWN_PORT,
            "event-manager.operations.users[0].name=ada",
            "event-manager.operations.users[0].password={noop}known",
            "event-manager.operations.users[0].roles=EVENT_OPERATOR")
        .run(
            context -> assertThat(note(context))
                .isEqualTo(
                    "/actuator/parked on management port 9082, for the users in event-manager.operations.users: ada [EVENT_OPERATOR]"));
  }

  @Test
  void saysThatNobodyMayUseItYet() {
    service
        .withBean(StubEndpoint.class)
        .withPropertyValues(EXPOSED, OWN_PORT)
        .run(context -> assertThat(note(context)).endsWith("users: none"));
  }

  @Test
  void namesTheSettingOfThePortThatItNeeds() {
    service.withPropertyValues(EXPOSED).run(context -> {
      assertThat(context).doesNotHaveBean(GuardedOperations.class);
      assertThat(note(context))
          .isEqualTo(
              "off; the endpoint needs a management port of its own (management.server.port)");
    });
  }

  @Test
  void namesAllThatIsMissingAtOnce() {
    service.withClassLoader(new FilteredClassLoader(SecurityFilterChain.class)).run(context -> {
      assertThat(context).doesNotHaveBean(GuardedOperations.class);
      assertThat(context.getBean(OperationsNote.class).text(false))
          .contains(
              "parked events in a database",
              "management.server.port",
              "spring-security-web and spring-security-config",
              "\"parked\" in management.endpoints.web.exposure.include");
    });
  }

  @Test
  void saysWhyItIsOffWithoutAWebServer() {
    new ApplicationContextRunner()
        .withConfiguration(ACCESS)
        .withPropertyValues(EXPOSED, OWN_PORT)
        .run(context -> {
          assertThat(context).doesNotHaveBean(GuardedOperations.class);
          assertThat(note(context)).startsWith("off; the service serves no HTTP by servlets");
        });
  }

  private static String note(ApplicationContext context) {
    return context.getBean(OperationsNote.class).text(true);
  }
}
