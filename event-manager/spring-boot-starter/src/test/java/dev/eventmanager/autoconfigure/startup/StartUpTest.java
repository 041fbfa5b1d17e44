package dev.eventmanager.autoconfigure.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.LaterEvents;
import dev.eventmanager.OnEvent;
import dev.eventmanager.autoconfigure.fixture.Visits;
import dev.eventmanager.autoconfigure.fixture.Visits.Arrived;
import dev.eventmanager.autoconfigure.fixture.Visits.Left;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** What a service is told that cannot work; no broker is needed to know. */
class StartUpTest {

  private final ApplicationContextRunner service = new ApplicationContextRunner()
      .withUserConfiguration(Application.class)
      .withPropertyValues(
          "spring.rabbitmq.addresses=127.0.0.1:1",
          "spring.datasource.url=jdbc:h2:mem:startup;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE")
      .withBean(Visits.class);

  @Test
  void refusesWithEveryProblemAndItsMendInOneMessage() {
    service.withBean(WrongHandlers.class).run(context -> {
      assertThat(context).hasFailed();
      StartUpException failure = failure(context.getStartupFailure());
      assertThat(failure.problems())
          .satisfiesExactlyInAnyOrder(
              problem -> assertThat(problem)
                  .contains("the service has no name")
                  .contains("spring.application.name"),
              problem -> assertThat(problem)
                  .contains("WrongHandlers.misspelt")
                  .contains("matches no declared event; did you mean \"visit.v1.arrive\"?"),
              problem -> assertThat(problem)
                  .contains("WrongHandlers.misfit")
                  .contains("takes Left, but its pattern admits visit.v1.arrive"),
              problem ->
                  assertThat(problem).contains("WrongHandlers.both").contains("takes 2 payloads"));
    });
  }

  @Test
  void saysTheProblemsWithoutAStackTrace() {
    FailureAnalysis analysis =
        new StartUpFailureAnalyzer().analyze(new StartUpException(List.of("first", "second")));

    assertThat(analysis.getDescription())
        .startsWith("2 problems keep this service from handling events:")
        .contains("- first")
        .contains("- second");
  }

  @Test
  void refusesFailuresThatItDoesNotKnowAllInOneMessage() {
    service
        .withPropertyValues(
            "event-manager.consumer.retry.not-retried=java.lang.IllegalArgumentException,NoSuchThing",
            "event-manager.consumer.retry.pausing=java.lang.String")
        .run(context -> {
          assertThat(context).hasFailed();
          assertThat(failure(context.getStartupFailure()).problems())
              .satisfiesExactly(
                  problem -> assertThat(problem)
                      .contains("retry.not-retried names NoSuchThing, which is no class"),
                  problem -> assertThat(problem)
                      .contains("retry.pausing names java.lang.String, which is no exception"));
        });
  }

  @Test
  void refusesToGiveHandlersNoTime() {
    service.withPropertyValues("event-manager.consumer.handler-timeout=0s").run(context -> {
      assertThat(context).hasFailed();
      assertThat(context.getStartupFailure())
          .hasRootCauseMessage(
              "event-manager.consumer.handler-timeout is PT0S and must be longer than nothing");
    });
  }

  @Test
  void refusesToHandleNothingAtOnce() {
    service.withPropertyValues("event-manager.consumer.concurrency=0").run(context -> {
      assertThat(context).hasFailed();
      assertThat(context.getStartupFailure())
          .hasRootCauseMessage("event-manager.consumer.concurrency is 0 and must be at least 1");
    });
  }

  /** What Spring Boot embeds if no URL is given. */
  @Test
  void saysThatH2IsInTheWrongMode() {
    service.withPropertyValues("spring.datasource.url=jdbc:h2:mem:regular").run(context -> {
      assertThat(context).hasFailed();
      assertThat(failure(context.getStartupFailure()).problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem).contains("mode REGULAR", "MODE=PostgreSQL"));
    });
  }

  @Test
  void saysThatEffectsCannotCommitWithTheInbox() {
    DataSource other = new DriverManagerDataSource("jdbc:h2:mem:other");
    service
        .withBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(other))
        .run(context -> {
          assertThat(context).hasFailed();
          assertThat(failure(context.getStartupFailure()).problems())
              .singleElement()
              .satisfies(problem ->
                  assertThat(problem).contains("does not manage the inbox's DataSource"));
        });
  }

  @Test
  void saysWhatPublishingLaterNeeds() {
    service
        .withPropertyValues(
            "spring.application.name=hotel-service", "event-manager.outbox.enabled=false")
        .withBean(Reminders.class)
        .run(context -> {
          assertThat(context).hasFailed();
          assertThat(failure(context.getStartupFailure()).problems())
              .singleElement()
              .satisfies(
                  problem -> assertThat(problem).contains("there is no outbox", "DataSource"));
        });
  }

  @Test
  void startsWithoutABrokerAndWaitsForIt() {
    service
        .withPropertyValues("spring.application.name=hotel-service")
        .withBean(Reception.class)
        .run(context -> assertThat(context).hasNotFailed());
  }

  private static StartUpException failure(Throwable thrown) {
    Throwable cause = thrown;
    while (!(cause instanceof StartUpException)) {
      cause = cause.getCause();
    }
    return (StartUpException) cause;
  }

  @EnableAutoConfiguration
  static class Application {}

  static class Reception {
    @OnEvent(pattern = "visit.*.arrive")
    void arrived(Arrived arrived) {}
  }

  record Reminders(LaterEvents later) {}

  static class WrongHandlers {
    @OnEvent(queue = "q", pattern = "visit.*.arive")
    void misspelt(Arrived arrived) {}

    @OnEvent(queue = "r", pattern = "visit.*.arrive")
    void misfit(Left left) {}

    @OnEvent(queue = "s", pattern = "visit.*.leave")
    void both(Left left, Arrived arrived) {}
  }
}
