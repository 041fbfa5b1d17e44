package dev.eventmanager.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventPublisher;
import dev.eventmanager.OnEvent;
import dev.eventmanager.ParkReason;
import dev.eventmanager.autoconfigure.fixture.Visits;
import dev.eventmanager.autoconfigure.fixture.Visits.Arrived;
import dev.eventmanager.autoconfigure.fixture.Visits.Left;
import dev.eventmanager.autoconfigure.health.EventManagerHealthIndicator;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A service with a database, as its author meets it. */
@WithBroker
@SpringBootTest(
    properties = {
      "spring.application.name=hotel-service",
      "event-manager.consumer.retry.initial-delay=10ms",
      "event-manager.consumer.retry.max-attempts=2"
    })
class HotelIT {

  @Autowired
  private EventPublisher events;

  @Autowired
  private Reception reception;

  @Autowired
  private TransactionTemplate transaction;

  @Autowired
  private JdbcClient jdbc;

  @Autowired
  private EventManagerHealthIndicator health;

  @Autowired
  private MeterRegistry meters;

  @BeforeEach
  void emptyTheHotel() {
    reception.forget();
  }

  @Test
  void publishesWhatTheTransactionCommits() {
    transaction.executeWithoutResult(
        status -> events.publish(Visits.ARRIVED, new Arrived("Ada", 2)));

    eventually().untilAsserted(() -> assertThat(reception.arrived).containsExactly("Ada"));
  }

  @Test
  void publishesNothingOfATransactionThatRollsBack() {
    transaction.executeWithoutResult(status -> {
      events.publish(Visits.ARRIVED, new Arrived("Bob", 2));
      status.setRollbackOnly();
    });
    events.publish(Visits.ARRIVED, new Arrived("Cyd", 1));

    eventually().untilAsserted(() -> assertThat(reception.arrived).containsExactly("Cyd"));
  }

  @Test
  void tellsWhichEventCausedAnother() {
    EventMetadata cause =
        events.publish(Visits.ARRIVED, new Arrived("in-a-hurry", 0)).metadata();

    eventually().untilAsserted(() -> assertThat(reception.departures).hasSize(1));
    EventMetadata effect = reception.departures.get(0);
    assertThat(effect.causationId()).contains(cause.id());
    assertThat(effect.correlationId()).contains(cause.id());
    assertThat(effect.source()).isEqualTo("hotel");
  }

  @Test
  void undoesTheEffectOfAHandlerThatFailsAndParksTheEvent() {
    events.publish(Visits.ARRIVED, new Arrived("nobody", 0));

    eventually()
        .untilAsserted(() -> assertThat(reasons()).contains(ParkReason.HANDLER_FAILED.name()));
    assertThat(reception.attempts).hasSize(2);
    eventually().untilAsserted(() -> assertThat(parkedOnArrivals()).isPositive());
    assertThat(jdbc.sql("select count(*) from guest where name = 'nobody'")
            .query(Long.class)
            .single())
        .isZero();
  }

  @Test
  void parksAndCountsAnotherEventUnderAnIdThatWasHandled(ForeignPublisher stranger) {
    BasicProperties id = new BasicProperties.Builder().messageId("reused").build();
    stranger.publish("visit", "visit.v1.arrive", id, guest("Dan"));
    eventually().untilAsserted(() -> assertThat(reception.arrived).containsExactly("Dan"));

    stranger.publish("visit", "visit.v1.arrive", id, guest("Eve"));

    eventually().untilAsserted(() -> assertThat(reasons()).contains(ParkReason.ID_CONFLICT.name()));
    assertThat(reception.arrived).containsExactly("Dan");
    assertThat(meters
            .get("event.handle")
            .tag("error", "IdConflictException")
            .timer()
            .count())
        .isEqualTo(1);
  }

  private static byte[] guest(String name) {
    return "{\"guest\":\"%s\",\"bags\":1}".formatted(name).getBytes(StandardCharsets.UTF_8);
  }

  private List<String> reasons() {
    return jdbc.sql("select reason from event_manager_parked")
        .query(String.class)
        .list();
  }

  @Test
  void isHealthyWhileEventsFlow() {
    eventually().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
    assertThat(health.health().getDetails())
        .containsKeys("publisher", "outbox", "queue hotel_visit", "queue departures");
  }

  @Test
  void showsWhichKeysOfTheOutboxWaitAndWhy() {
    jdbc.sql("""
            insert into event_manager_outbox_key (shard, ordering_key, attempts, first_failure,
                last_failure, last_error, next_attempt)
            values (0, 'room-7', 3, current_timestamp, current_timestamp, 'reached no queue',
                current_timestamp + interval '1' hour)
            """).update();

    assertThat(health.health().getDetails().get("outbox"))
        .asString()
        .contains("waitingKeys=1", "orderingKey=room-7", "problem=reached no queue");
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    jdbc.sql("delete from event_manager_outbox_key").update();
  }

  @Test
  void saysWhichFieldKeepsAnEventFromBeingPublished() {
    assertThatThrownBy(() -> events.publish(Visits.ARRIVED, new Arrived("", 1)))
        .hasMessageContaining("visit.v1.arrive: the payload has no ordering key");
  }

  private long parkedOnArrivals() {
    Object details = health.health().getDetails().get("queue hotel_visit");
    return ((Number) ((Map<?, ?>) details).get("parked")).longValue();
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(30)).ignoreExceptions();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    Visits visits() {
      return new Visits();
    }

    @Bean
    Reception reception(EventPublisher events, JdbcClient jdbc) {
      jdbc.sql("create table guest (name varchar(100) not null)").update();
      return new Reception(events, jdbc);
    }
  }

  static class Reception {

    private final EventPublisher events;
    private final JdbcClient jdbc;
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private final List<EventMetadata> departures = new CopyOnWriteArrayList<>();

    Reception(EventPublisher events, JdbcClient jdbc) {
      this.events = events;
      this.jdbc = jdbc;
    }

    @OnEvent(pattern = "visit.*.arrive")
    void arrived(Arrived guest) {
      attempts.add(guest.guest());
      jdbc.sql("insert into guest values (?)").param(guest.guest()).update();
      if (guest.guest().equals("nobody")) {
        throw new IllegalStateException("there is nobody");
      }
      arrived.add(guest.guest());
      if (guest.guest().equals("in-a-hurry")) {
        events.publish(Visits.LEFT, new Left(guest.guest()));
      }
    }

    @OnEvent(queue = "departures", pattern = "visit.*.leave")
    void left(Left guest, EventMetadata metadata) {
      departures.add(metadata);
    }

    void forget() {
      arrived.clear();
      attempts.clear();
      departures.clear();
    }
  }
}
