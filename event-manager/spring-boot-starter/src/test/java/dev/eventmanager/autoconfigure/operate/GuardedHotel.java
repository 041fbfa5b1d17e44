package dev.eventmanager.autoconfigure.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.EventPublisher;
import dev.eventmanager.OnEvent;
import dev.eventmanager.autoconfigure.fixture.Visits;
import dev.eventmanager.autoconfigure.fixture.Visits.Arrived;
import dev.eventmanager.autoconfigure.fixture.Visits.Left;
import dev.eventmanager.autoconfigure.operate.Operator.Answer;
import dev.eventmanager.testkit.database.PostgresSchema;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** A running service whose handler fails for every guest who is not let in, and its operator. */
final class GuardedHotel implements AutoCloseable {

  private final PostgresSchema database;
  private final ConfigurableApplicationContext service;
  private final Operator operator;

  private GuardedHotel(PostgresSchema database, ConfigurableApplicationContext service) {
    this.database = database;
    this.service = service;
    this.operator = new Operator(
        Integer.parseInt(service.getEnvironment().getRequiredProperty("local.management.port")));
  }

  static GuardedHotel open() {
    PostgresSchema database = PostgresSchema.create("guarded");
    return new GuardedHotel(
        database,
        new SpringApplicationBuilder(Application.class)
            .properties(Operator.SETTINGS)
            .properties(
                "spring.application.name=hotel",
                "event-manager.consumer.retry.initial-delay=10ms",
                "event-manager.consumer.retry.max-delay=10ms",
                "event-manager.consumer.retry.max-attempts=2")
            .run("--spring.datasource.url=" + database.url()));
  }

  Operator operator() {
    return operator;
  }

  /** From now on. */
  void letIn(String guest) {
    door().open.add(guest);
  }

  /** Who has got in, once for each event. */
  List<String> guests() {
    return door().passed;
  }

  private Door door() {
    return service.getBean(Door.class);
  }

  /** Events of a guest who does not get in. */
  List<JsonNode> parked(String guest, int events) {
    for (int bags = 1; bags <= events; bags++) {
      service.getBean(EventPublisher.class).publish(Visits.ARRIVED, new Arrived(guest, bags));
    }
    eventually().until(() -> {
      List<JsonNode> parked = ofKey(guest);
      return parked.size() == events && parked.get(0).path("state").asString().equals("PARKED");
    });
    return ofKey(guest);
  }

  List<JsonNode> ofKey(String guest) {
    return operator
        .get("?queue=hotel_visit&key=" + guest)
        .body()
        .path("events")
        .valueStream()
        .toList();
  }

  Answer preview(String kind, String select) {
    return operator.post(
        "/operations",
        "{\"kind\":\"%s\",\"reason\":\"a test\",\"select\":%s}".formatted(kind, select));
  }

  JsonNode confirmed(String kind, String select) {
    Answer preview = preview(kind, select);
    assertThat(preview.status()).isEqualTo(201);
    String id = preview.body().path("id").asString();
    Answer confirmed = operator.post("/operations/%s/confirm".formatted(id), "");
    assertThat(confirmed.status()).isIn(200, 202);
    return confirmed.body();
  }

  String progress(JsonNode operation) {
    return operator
        .get("/operations/" + operation.path("id").asString())
        .body()
        .path("progress")
        .toString();
  }

  static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(30)).ignoreExceptions();
  }

  @Override
  public void close() {
    service.close();
    database.close();
  }

  @EnableAutoConfiguration
  static class Application {

    @Bean
    Visits visits() {
      return new Visits();
    }

    @Bean
    Door door() {
      return new Door();
    }
  }

  static class Door {

    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final List<String> passed = new CopyOnWriteArrayList<>();

    @OnEvent(pattern = "visit.*.arrive")
    void arrived(Arrived guest) {
      if (!open.contains(guest.guest())) {
        throw new IllegalStateException("the door is shut");
      }
      passed.add(guest.guest());
    }

    @OnEvent(pattern = "visit.*.leave")
    void left(Left guest) {}
  }
}
