package dev.eventmanager.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import dev.eventmanager.EventPublisher;
import dev.eventmanager.OnEvent;
import dev.eventmanager.autoconfigure.fixture.Visits;
import dev.eventmanager.autoconfigure.fixture.Visits.Arrived;
import dev.eventmanager.autoconfigure.fixture.Visits.Left;
import dev.eventmanager.autoconfigure.health.EventManagerHealthIndicator;
import dev.eventmanager.testkit.WithBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A service without a database: at least once, and parked on a queue. */
@WithBroker
class WithoutDatabaseIT {

  @Test
  void parksOnTheBrokerWithTheReason(ConnectionFactory broker) throws Exception {
    try (ConfigurableApplicationContext service = start();
        Connection connection = broker.newConnection();
        Channel channel = connection.createChannel()) {
      service.getBean(EventPublisher.class).publish(Visits.LEFT, new Left("Ada"));

      GetResponse parked = eventually()
          .until(() -> channel.basicGet("gate_visit.parked", true), response -> response != null);
      assertThat(new String(parked.getBody(), StandardCharsets.UTF_8))
          .isEqualTo("{\"guest\":\"Ada\"}");
      assertThat(parked.getProps().getHeaders().toString()).contains("the gate is shut");
    }
  }

  @Test
  void finishesWhatIsInHandBeforeItStops(ConnectionFactory broker) throws Exception {
    ConfigurableApplicationContext service = start();
    Gate gate = service.getBean(Gate.class);
    service.getBean(EventPublisher.class).publish(Visits.ARRIVED, new Arrived("Ada", 1));
    eventually().until(() -> gate.began.getCount() == 0);

    Thread stop = new Thread(service::close);
    stop.start();
    eventually()
        .until(() -> stop.getState() == Thread.State.WAITING
            || stop.getState() == Thread.State.TIMED_WAITING);
    gate.open.countDown();
    stop.join();

    assertThat(gate.passed).containsExactly("Ada");
    try (Connection connection = broker.newConnection();
        Channel channel = connection.createChannel()) {
      assertThat(channel.messageCount("gate_visit")).isZero();
    }
  }

  @Test
  void goesOnAfterItWasStoppedAndStarted() {
    try (ConfigurableApplicationContext service = start()) {
      Gate gate = service.getBean(Gate.class);
      gate.open.countDown();

      service.stop();
      service.start();
      service.getBean(EventPublisher.class).publish(Visits.ARRIVED, new Arrived("Eve", 1));

      eventually().untilAsserted(() -> assertThat(gate.passed).contains("Eve"));
    }
  }

  /** The client's own threads end with the connection. */
  @Test
  void staysUpWhileTheBrokerIsAway() {
    try (ConfigurableApplicationContext service = start(
        "spring.rabbitmq.addresses=127.0.0.1:1", "event-manager.consumer.shutdown-timeout=0s")) {
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().equals("event-manager-consume-gate_visit"))
          .isNotEmpty()
          .noneMatch(Thread::isDaemon);
    }
  }

  @Test
  void isHealthyWhileEventsFlowEvenIfTheParkedCannotBeCounted(ConnectionFactory broker)
      throws Exception {
    try (ConfigurableApplicationContext service = start();
        Connection connection = broker.newConnection();
        Channel channel = connection.createChannel()) {
      EventManagerHealthIndicator health = service.getBean(EventManagerHealthIndicator.class);
      eventually().until(() -> health.health().getStatus().equals(Status.UP));

      channel.queueDelete("gate_visit.parked");

      assertThat(health.health().getStatus()).isEqualTo(Status.UP);
      assertThat(health.health().getDetails().get("queue gate_visit").toString())
          .contains("parked=unknown: queue \"gate_visit.parked\" could not be counted");
    }
  }

  @Test
  void startsWithoutABrokerAndSaysInItsHealthWhereItMissesIt() {
    try (ConfigurableApplicationContext service = start("spring.rabbitmq.addresses=localhost:1")) {
      EventManagerHealthIndicator health = service.getBean(EventManagerHealthIndicator.class);
      String problem =
          "no connection to the broker at localhost:1: Connection refused; is it running, and are";

      eventually()
          .untilAsserted(() -> assertThat(health.health().getDetails())
              .allSatisfy((part, details) -> assertThat(details.toString())
                  .as(part)
                  .contains("state=CONNECTING", "since=2", problem)));
      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }
  }

  private static ConfigurableApplicationContext start(String... properties) {
    return new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.NONE)
        .properties(
            "spring.application.name=gate",
            "event-manager.consumer.retry.initial-delay=10ms",
            "event-manager.consumer.retry.max-attempts=2")
        .run(Stream.of(properties).map("--"::concat).toArray(String[]::new));
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(30)).ignoreExceptions();
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

    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final List<String> passed = new CopyOnWriteArrayList<>();

    @OnEvent(pattern = "visit.*.arrive")
    void arrived(Arrived guest) throws InterruptedException {
      began.countDown();
      open.await();
      passed.add(guest.guest());
    }

    @OnEvent(pattern = "visit.*.leave")
    void left(Left guest) {
      throw new IllegalStateException("the gate is shut");
    }
  }
}
