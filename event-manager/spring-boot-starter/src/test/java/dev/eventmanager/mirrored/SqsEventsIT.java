package dev.eventmanager.mirrored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.autoconfigure.health.EventManagerHealthIndicator;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import dev.eventmanager.catalogue.EventDeclarations;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.FaultProxy;
import dev.eventmanager.emulator.Faults;
import dev.eventmanager.emulator.Operation;
import dev.eventmanager.sqs.mapping.MessageMapping;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.database.PostgresSchema;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Events that were mirrored to SQS, handled by a service with a database. */
@WithBroker
@Timeout(240)
class SqsEventsIT {

  private final MessageMapping mapping = new MessageMapping();
  private final EmbeddedSqs sqs = EmbeddedSqs.start();
  private final FaultProxy proxy = FaultProxy.before(sqs.endpoint());
  private final SqsAsyncClient plain = sqs.plainClient();
  private PostgresSchema database;
  private JdbcClient jdbc;

  @BeforeEach
  void makeRoom() {
    database = PostgresSchema.create("mirrored");
    jdbc = JdbcClient.create(new DriverManagerDataSource(database.url()));
    jdbc.sql("create table bill (place bigserial, customer text, number int, currency text)")
        .update();
    plain
        .createQueue(r -> r.queueName("shop-events.fifo")
            .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
        .join();
  }

  @AfterEach
  void close() {
    plain.close();
    proxy.close();
    sqs.close();
    database.close();
  }

  @Test
  void areHandledOnceAndInOrderWhateverTheirVersionAndWhoeverDies() {
    for (int number = 1; number <= 20; number++) {
      send("ada", number, number % 2 == 0 ? 2 : 1);
      send("bob", number, 2);
    }
    // Handled and committed, but never deleted: as it is for whoever dies at this moment.
    proxy.always(Operation.DELETE_MESSAGE_BATCH, Faults.unavailable());
    try (var dying = service("--event-manager.sqs.visibility-timeout=3s")) {
      soon().until(() -> numbers("ada").size() >= 3);
      proxy.everywhere(Faults.unavailable());
    }
    proxy.heal();

    try (var service = service("--event-manager.sqs.visibility-timeout=3s")) {
      soon().until(() -> left() == 0);

      List<Integer> all = IntStream.rangeClosed(1, 20).boxed().toList();
      assertThat(numbers("ada")).isEqualTo(all);
      assertThat(numbers("bob")).isEqualTo(all);
      assertThat(service.getBean(EventManagerHealthIndicator.class).health().getStatus())
          .isEqualTo(Status.UP);
    }
  }

  @Test
  void areDeletedAndCountedWhereNoPatternTakesThem() {
    send(event("order.v1.refuse", "ada", "refused", "{}"));
    send("ada", 1, 2);

    try (var service = service()) {
      soon().until(() -> left() == 0);

      assertThat(numbers("ada")).containsExactly(1);
      assertThat(service
              .getBean(MeterRegistry.class)
              .counter("event.sqs.not.taken", "queue", "shop-events.fifo")
              .count())
          .isEqualTo(1);
    }
  }

  @Test
  void areParkedInTheDatabaseWithTheirSuccessorsWhereTheHandlerFails() {
    jdbc.sql("alter table bill add check (number <> 13)").update();
    send("ada", 13, 2);
    send("ada", 14, 2);
    send("bob", 1, 2);

    try (var service = service("--event-manager.consumer.retry.max-attempts=1")) {
      soon().until(() -> left() == 0);

      assertThat(numbers("bob")).containsExactly(1);
      assertThat(numbers("ada")).isEmpty();
      assertThat(
              jdbc.sql("select event_id from event_manager_parked where queue = 'shop-events.fifo'")
                  .query(String.class)
                  .list())
          .containsExactlyInAnyOrder("ada/13", "ada/14");
    }
  }

  @Test
  void areHandledAsSoonAsSqsIsBackThatWasAwayWhenTheServiceStarted() {
    send("ada", 1, 2);
    send("ada", 2, 2);
    proxy.everywhere(Faults.unavailable());

    try (var service = service()) {
      var health = service.getBean(EventManagerHealthIndicator.class);
      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
      soon()
          .untilAsserted(
              () -> assertThat(health.health().getDetails().toString()).contains("503"));
      proxy.heal();

      soon().until(() -> left() == 0);
      assertThat(numbers("ada")).containsExactly(1, 2);
      soon().until(() -> health.health().getStatus().equals(Status.UP));
    }
  }

  @Test
  void cannotBeHandledFromAQueueThatIsMissing() {
    plain.deleteQueue(r -> r.queueUrl(url())).join();

    assertThatThrownBy(this::service)
        .hasRootCauseInstanceOf(StartUpException.class)
        .hasStackTraceContaining("the SQS queue shop-events.fifo cannot be used");
  }

  private ConfigurableApplicationContext service(String... further) {
    Stream<String> settings = Stream.of(
        "--spring.application.name=billing",
        "--spring.datasource.url=" + database.url(),
        "--spring.flyway.enabled=false", // the table is this test's own
        "--event-manager.consumer.shutdown-timeout=3s",
        "--event-manager.sqs.endpoint=" + proxy.endpoint(),
        "--event-manager.sqs.region=eu-west-1",
        "--event-manager.sqs.access-key=test",
        "--event-manager.sqs.secret-key=test");
    return new SpringApplicationBuilder(Service.class)
        .web(WebApplicationType.NONE)
        .run(Stream.concat(settings, Stream.of(further)).toArray(String[]::new));
  }

  private void send(String customer, int number, int version) {
    String body = version == 1
        ? "{\"id\":\"%s\",\"number\":%d}".formatted(customer, number)
        : "{\"id\":\"%s\",\"number\":%d,\"currency\":\"EUR\"}".formatted(customer, number);
    send(event("order.v%d.submit".formatted(version), customer, customer + "/" + number, body));
  }

  private static EncodedEvent event(String routingKey, String customer, String id, String body) {
    EventMetadata metadata = new EventMetadata.Builder()
        .id(id)
        .exchange("order")
        .routingKey(routingKey)
        .source("order")
        .time(Instant.parse("2026-03-01T12:00:00Z"))
        .orderingKey(customer)
        .build();
    return new EncodedEvent(metadata, body.getBytes(UTF_8));
  }

  private void send(EncodedEvent event) {
    var entry = mapping.toMessage(event).toBatchEntry("1");
    plain
        .sendMessage(r -> r.queueUrl(url())
            .messageGroupId(entry.messageGroupId())
            .messageDeduplicationId(entry.messageDeduplicationId())
            .messageBody(entry.messageBody())
            .messageAttributes(entry.messageAttributes()))
        .join();
  }

  private String url() {
    return plain.getQueueUrl(r -> r.queueName("shop-events.fifo")).join().queueUrl();
  }

  private int left() {
    var attributes = plain
        .getQueueAttributes(r -> r.queueUrl(url()).attributeNames(QueueAttributeName.ALL))
        .join()
        .attributes();
    return Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
        + Integer.parseInt(
            attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }

  private List<Integer> numbers(String customer) {
    return jdbc.sql("select number from bill where customer = ? order by place")
        .param(customer)
        .query(Integer.class)
        .list();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofMinutes(1));
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Service {

    @Bean
    EventDeclarations orders() {
      return new Orders();
    }

    @Bean
    Billing billing(JdbcClient jdbc) {
      return new Billing(jdbc);
    }
  }
}
