package dev.eventmanager.autoconfigure;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventPublisher;
import dev.eventmanager.OnEvent;
import dev.eventmanager.PermanentFailureException;
import dev.eventmanager.autoconfigure.fixture.Visits;
import dev.eventmanager.autoconfigure.fixture.Visits.Arrived;
import dev.eventmanager.autoconfigure.health.EventManagerHealthIndicator;
import dev.eventmanager.jdbc.drain.SequenceDrain;
import dev.eventmanager.jdbc.parking.ParkedFilter;
import dev.eventmanager.jdbc.parking.ParkedReader;
import dev.eventmanager.jdbc.parking.ParkedRow;
import dev.eventmanager.jdbc.parking.ParkedSequences;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.database.PostgresSchema;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a key whose event fails, in a service as its author meets it. */
@WithBroker
class HeldKeysIT {

  private static final String QUEUE = "hotel_visit";

  @SuppressWarnings("NullAway.Init") // JUnit calls start first
  private static PostgresSchema schema;

  @SuppressWarnings("NullAway.Init") // JUnit calls start first
  private static ConfigurableApplicationContext hotel;

  @BeforeAll
  static void start() {
    schema = PostgresSchema.create("hotel");
    hotel = new SpringApplicationBuilder(Hotel.class)
        .web(WebApplicationType.NONE)
        .run(
            "--spring.application.name=hotel-service",
            "--spring.datasource.url=" + schema.url(),
            "--event-manager.consumer.prefetch=5",
            "--event-manager.consumer.retry.initial-delay=10ms",
            "--event-manager.consumer.retry.max-delay=100ms",
            "--event-manager.consumer.retry.max-attempts=1000");
  }

  @AfterAll
  static void stop() {
    hotel.close();
    schema.close();
  }

  @Test
  void aKeyThatFailsIsRetriedOutOfTheWayOfOthersAndKeepsItsOrder() {
    Reception reception = hotel.getBean(Reception.class);
    arrive("Ada", 1, 1);
    eventually().until(() -> retrying() == 1);

    arrive("Ada", 2, 20);
    for (int guest = 1; guest <= 20; guest++) {
      arrive("guest " + guest, 1, 1);
    }

    eventually().until(() -> reception.bagsOf("guest 20").size() == 1);
    assertThat(reception.bagsOf("Ada")).isEmpty();
    reception.open();
    eventually().until(() -> reception.bagsOf("Ada").size() == 20);
    assertThat(reception.bagsOf("Ada")).isEqualTo(numbers(1, 20));
    eventually().until(() -> retrying() == 0);
  }

  @Test
  void aParkedKeyIsReplayedHeadFirstAndNothingThatArrivesMeanwhileOvertakes() {
    Reception reception = hotel.getBean(Reception.class);
    arrive("Bob", 1, 1);
    eventually().until(() -> parked().size() == 1);
    arrive("Bob", 2, 30);
    eventually().until(() -> held() == 30);
    assertThat(hotel.getBean(EventManagerHealthIndicator.class).health().getDetails())
        .extractingByKey("queue " + QUEUE, as(MAP))
        .containsEntry("parked", 1L);

    reception.findRoom();
    ParkedRow head = parked().get(0);
    replay(head);
    arrive("Bob", 31, 200);

    eventually().until(() -> reception.bagsOf("Bob").size() == 200);
    assertThat(reception.bagsOf("Bob")).isEqualTo(numbers(1, 200));
    assertThat(reception.handed).contains(head.metadata());
    eventually().until(() -> held() == 0);
  }

  private static EventMetadata arrive(String guest, int firstBag, int lastBag) {
    EventPublisher events = hotel.getBean(EventPublisher.class);
    EventMetadata last =
        events.publish(Visits.ARRIVED, new Arrived(guest, firstBag)).metadata();
    for (int bag = firstBag + 1; bag <= lastBag; bag++) {
      last = events.publish(Visits.ARRIVED, new Arrived(guest, bag)).metadata();
    }
    return last;
  }

  private static void replay(ParkedRow head) {
    ParkedSequences sequences = new ParkedSequences(hotel.getBean(DataSource.class));
    hotel.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
      List<String> ids = List.of(head.sequenceId());
      assertThat(sequences.lock(QUEUE, ids)).hasSize(1);
      sequences.replay(QUEUE, ids);
    });
    hotel.getBean(SequenceDrain.class).nudge();
  }

  private static List<ParkedRow> parked() {
    return new ParkedReader(hotel.getBean(DataSource.class))
        .list(ParkedFilter.ofQueue(QUEUE), 0, 100).stream()
            .filter(row -> row.head() && row.metadata().orderingKey().equals("Bob"))
            .toList();
  }

  private static long held() {
    return new ParkedReader(hotel.getBean(DataSource.class))
        .list(ParkedFilter.ofQueue(QUEUE), 0, 1_000).stream()
            .filter(row -> row.metadata().orderingKey().equals("Bob"))
            .count();
  }

  private static double retrying() {
    return hotel
        .getBean(MeterRegistry.class)
        .get("event.held.sequences")
        .tags("queue", QUEUE, "state", "retrying")
        .gauge()
        .value();
  }

  private static List<Integer> numbers(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(60));
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Hotel {

    @Bean
    Visits visits() {
      return new Visits();
    }

    @Bean
    Reception reception(JdbcClient jdbc) {
      jdbc.sql(
              "create table bag (id bigint generated always as identity, guest varchar, number int)")
          .update();
      return new Reception(jdbc);
    }
  }

  /** It is closed at first, and has no room for Bob. */
  static class Reception {

    private final JdbcClient jdbc;
    private final List<EventMetadata> handed = new CopyOnWriteArrayList<>();
    private volatile boolean open;
    private volatile String unwanted = "Bob";

    Reception(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @OnEvent(pattern = "visit.*.arrive")
    void arrived(Arrived guest, EventMetadata metadata) {
      if (guest.guest().equals("Ada") && !open) {
        throw new IllegalStateException("closed");
      }
      if (guest.guest().equals(unwanted)) {
        throw new PermanentFailureException("no room");
      }
      handed.add(metadata);
      jdbc.sql("insert into bag (guest, number) values (?, ?)")
          .param(guest.guest())
          .param(guest.bags())
          .update();
    }

    void open() {
      open = true;
    }

    void findRoom() {
      unwanted = "";
    }

    List<Integer> bagsOf(String guest) {
      return jdbc.sql("select number from bag where guest = ? order by id")
          .param(guest)
          .query(Integer.class)
          .list();
    }
  }
}
