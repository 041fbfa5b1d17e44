package dev.eventmanager.autoconfigure.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.ParkReason;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.jdbc.parking.JdbcParkedEvents;
import dev.eventmanager.jdbc.schema.EventManagerSchema;
import dev.eventmanager.quickstart.Parcel;
import dev.eventmanager.quickstart.ParcelEvents;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.database.PostgresSchema;
import dev.eventmanager.testkit.probe.EventProbe;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real process dies of one event, again and again, until it is found out. */
@WithBroker(BrokerKind.RABBITMQ)
class DeadlyEventIT {

  /** Five deaths make a suspect, two of them a guilty one; before those, it can be another's turn. */
  private static final int MOST_DEATHS = 10;

  private final PostgresSchema schema = PostgresSchema.create("dying");
  private final DriverManagerDataSource database = new DriverManagerDataSource(schema.url());
  private final JdbcClient jdbc = JdbcClient.create(database);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @BeforeEach
  void makeTables() {
    new EventManagerSchema(database).migrate();
    jdbc.sql("create table kept (parcel varchar not null)").update();
  }

  @AfterEach
  void dropTables() {
    schema.close();
  }

  @Test
  void parksTheEventThatKillsItsProcessAndHandlesTheOthers(
      VirtualHost broker, ConnectionFactory factory, EventProbe events) throws Exception {
    declare(factory);
    List<String> innocent = IntStream.range(0, 20).mapToObj(each -> "p-" + each).toList();
    innocent.subList(0, 10).forEach(each -> publish(events, each, BigDecimal.ONE));
    publish(events, "deadly", DyingService.DEADLY);
    publish(events, "deadly", BigDecimal.TEN); // behind it, by its ordering key
    innocent.subList(10, 20).forEach(each -> publish(events, each, BigDecimal.ONE));

    startUntilAllIsDealtWith(broker, 22);

    assertThat(kept()).containsExactlyInAnyOrderElementsOf(innocent);
    assertThat(parkedReasons()).containsExactly("CRASHED_ITS_CONSUMER", "BEHIND_PARKED");
  }

  @Test
  void parksAHeldEventThatKillsItsProcessAndGoesOnWithOtherKeys(
      VirtualHost broker, ConnectionFactory factory) throws Exception {
    declare(factory);
    List<String> innocent = IntStream.range(0, 3).mapToObj(each -> "p-" + each).toList();
    JdbcParkedEvents held = new JdbcParkedEvents(database, Clock.systemUTC());
    held.retryLater(failed("deadly", DyingService.DEADLY), Duration.ZERO);
    held.parkBehind(DyingService.QUEUE, encoded("deadly", BigDecimal.TEN));
    innocent.forEach(each -> held.retryLater(failed(each, BigDecimal.ONE), Duration.ofMillis(500)));

    startUntilAllIsDealtWith(broker, 5);

    assertThat(kept()).containsExactlyInAnyOrderElementsOf(innocent);
    assertThat(parkedReasons()).containsExactly("CRASHED_ITS_CONSUMER", "BEHIND_PARKED");
  }

  private void startUntilAllIsDealtWith(VirtualHost broker, int events) throws Exception {
    int deaths = 0;
    Process service = start(broker);
    while (!isOver(service, events)) {
      assertThat(++deaths).isLessThanOrEqualTo(MOST_DEATHS);
      service = start(broker);
    }
    service.destroyForcibly().waitFor();
  }

  /** Waits for the end of the process, or of its work. */
  private boolean isOver(Process service, int events) {
    await().atMost(Duration.ofSeconds(60)).until(() -> !service.isAlive() || areDealtWith(events));
    return service.isAlive();
  }

  private boolean areDealtWith(int events) {
    return jdbc.sql("""
            select (select count(*) from kept) + (select count(*) from event_manager_parked) = ?
               and not exists (select from event_manager_sequence where state <> 'PARKED')
               and not exists (select from event_manager_crash_mark)
            """).param(events).query(Boolean.class).single();
  }

  private List<String> kept() {
    return jdbc.sql("select parcel from kept").query(String.class).list();
  }

  private List<String> parkedReasons() {
    return jdbc.sql("select reason from event_manager_parked order by id")
        .query(String.class)
        .list();
  }

  private Process start(VirtualHost broker) throws IOException {
    File log = folder.resolve("service.log").toFile();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            DyingService.class.getName(),
            broker.uri().toString(),
            schema.url())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  private void declare(ConnectionFactory factory) {
    CachingConnectionFactory connections = new CachingConnectionFactory(factory);
    Subscriptions subscriptions = Subscriptions.of(
        EventCatalogue.of(ParcelEvents.SENT), List.of(DyingService.subscription(jdbc)));
    new TopologyDeclarer(new BrokerConnections(connections), DyingService.topology(subscriptions))
        .declare();
    connections.destroy();
  }

  private static ParkedEvent failed(String parcel, BigDecimal kilograms) {
    return new ParkedEvent(
        DyingService.QUEUE,
        encoded(parcel, kilograms),
        ParkReason.HANDLER_FAILED,
        1,
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static EncodedEvent encoded(String parcel, BigDecimal kilograms) {
    EventMetadata metadata = new EventMetadata.Builder()
        .id(UUID.randomUUID().toString())
        .exchange("parcel")
        .routingKey(ParcelEvents.SENT.routingKey().toString())
        .source("test")
        .time(Instant.EPOCH)
        .orderingKey(parcel)
        .build();
    EventCodec codec = new EventCodec(EventCatalogue.of(ParcelEvents.SENT));
    return new EncodedEvent(
        metadata, codec.encode(ParcelEvents.SENT, new Parcel(parcel, kilograms)));
  }

  private static void publish(EventProbe events, String parcel, BigDecimal kilograms) {
    events.publish(ParcelEvents.SENT, new Parcel(parcel, kilograms));
  }
}
