package dev.eventmanager.autoconfigure.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.EventPublisher;
import dev.eventmanager.OnEvent;
import dev.eventmanager.autoconfigure.fixture.Visits;
import dev.eventmanager.autoconfigure.fixture.Visits.Left;
import dev.eventmanager.autoconfigure.operate.Operator.Answer;
import dev.eventmanager.testkit.WithBroker;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** What an operator hears of a service that parks on the broker. */
@WithBroker
class ParkedWithoutDatabaseIT {

  @Test
  void tellsHowManyAreParkedAndWhereToLook() {
    try (ConfigurableApplicationContext service = new SpringApplicationBuilder(Application.class)
        .properties(Operator.SETTINGS)
        .properties("spring.application.name=gate", "event-manager.consumer.retry.max-attempts=1")
        .run()) {
      Operator operator = new Operator(
          Integer.parseInt(service.getEnvironment().getRequiredProperty("local.management.port")));
      service.getBean(EventPublisher.class).publish(Visits.LEFT, new Left("Ada"));

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> assertThat(operator.get("").body().path("queues").toString())
                  .isEqualTo(
                      "[{\"queue\":\"gate_visit\",\"parkedQueue\":\"gate_visit.parked\",\"events\":1}]"));
      Answer refused = operator.post("/operations", "{}");
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.detail()).contains("has no database", "shovel");
    }
  }

  @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
  static class Application {

    @Bean
    Visits visits() {
      return new Visits();
    }

    @Bean
    Gate gate() {
      return new Gate();
    }
  }

  static class Gate {

    @OnEvent(pattern = "visit.*.leave")
    void left(Left guest) {
      throw new IllegalStateException("the gate is shut");
    }
  }
}
