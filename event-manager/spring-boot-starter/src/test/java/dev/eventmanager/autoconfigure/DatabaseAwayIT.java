package dev.eventmanager.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.EventPublisher;
import dev.eventmanager.OnEvent;
import dev.eventmanager.autoconfigure.fixture.PostgresBehindProxy;
import dev.eventmanager.autoconfigure.fixture.Visits;
import dev.eventmanager.autoconfigure.fixture.Visits.Arrived;
import dev.eventmanager.autoconfigure.health.EventManagerHealthIndicator;
import dev.eventmanager.handling.HandlingInterceptor;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.testkit.WithBroker;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service whose database goes away while events come, and comes back. */
@WithBroker
@DirtiesContext
@SpringBootTest(
    properties = {
      "spring.application.name=inn-service",
      "spring.datasource.hikari.connection-timeout=500"
    })
class DatabaseAwayIT {

  private static final PostgresBehindProxy DATABASE = PostgresBehindProxy.start();

  @Autowired
  private EventPublisher events;

  @Autowired
  private Inn inn;

  @Autowired
  private JdbcClient jdbc;

  @Autowired
  private ParkedEvents parkedEvents;

  @Autowired
  private EventManagerHealthIndicator health;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.hikari.connection-init-sql", DATABASE::choosesSchema);
  }

  @AfterAll
  static void dropDatabase() {
    DATABASE.close();
  }

  @Test
  void handlesEveryEventOnceAndBurnsNoAttempt() {
    arrive(0, 50);
    eventually().untilAsserted(() -> assertThat(guests()).isGreaterThan(5));

    DATABASE.cut();
    arrive(50, 100);
    eventually()
        .untilAsserted(() -> assertThat(health.health().getDetails().get("queue inn_visit"))
            .asString()
            .contains("problem=paused for")
            .contains("until this is over: "));
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    DATABASE.heal();

    eventually().untilAsserted(() -> assertThat(guests()).isEqualTo(100));
    assertThat(
            jdbc.sql("select count(distinct name) from guest").query(Long.class).single())
        .isEqualTo(100);
    assertThat(inn.attempts).as("numbers of the attempts").containsExactly(1);
    assertThat(inn.redelivered).as("came back from the broker").containsExactly(false);
    assertThat(parkedEvents.count("inn_visit")).isZero();
    eventually().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
  }

  private void arrive(int from, int to) {
    for (int i = from; i < to; i++) {
      events.publish(Visits.ARRIVED, new Arrived("guest " + i, 1));
    }
  }

  private long guests() {
    return jdbc.sql("select count(*) from guest").query(Long.class).single();
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    Visits visits() {
      return new Visits();
    }

    @Bean
    Inn inn(JdbcClient jdbc) {
      jdbc.sql("create table guest (name varchar(100) not null)").update();
      return new Inn(jdbc);
    }

    @Bean
    HandlingInterceptor noting(Inn inn) {
      return (handling, next) -> {
        inn.attempts.add(handling.attempt());
        inn.redelivered.add(handling.delivery().redelivered());
        next.proceed();
      };
    }
  }

  static class Inn {

    private final JdbcClient jdbc;
    private final Set<Integer> attempts = ConcurrentHashMap.newKeySet();
    private final Set<Boolean> redelivered = ConcurrentHashMap.newKeySet();

    Inn(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @OnEvent(pattern = "visit.*.arrive")
    void arrived(Arrived guest) {
      jdbc.sql("insert into guest values (?)").param(guest.guest()).update();
    }
  }
}
