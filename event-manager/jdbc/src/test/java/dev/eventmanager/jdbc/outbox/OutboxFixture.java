package dev.eventmanager.jdbc.outbox;

import static org.awaitility.Awaitility.await;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.Events;
import dev.eventmanager.jdbc.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** A service's outbox with a recorded broker behind it; relays are started when asked for. */
final class OutboxFixture implements AutoCloseable {

  static final RelaySettings SETTINGS = new RelaySettings.Builder()
      .pollInterval(Duration.ofMillis(50))
      .lease(Duration.ofSeconds(3))
      .firstBackOff(Duration.ofMillis(50))
      .longestBackOff(Duration.ofMillis(200))
      .stopWithin(Duration.ofMillis(500))
      .build();

  static final Duration HOUR = Duration.ofHours(1);

  final RecordingTransport broker = new RecordingTransport();
  final OutboxStatus status;
  final LaterOutbox later;
  private final TestDatabase database;
  private final OutboxTransport transport;
  private final OutboxRelay relay;
  private final List<OutboxRelay> relays = new ArrayList<>();

  OutboxFixture(TestDatabase database) {
    this(database, SETTINGS);
  }

  OutboxFixture(TestDatabase database, RelaySettings settings) {
    this.database = database;
    this.status = new OutboxStatus(database.dataSource());
    this.relay = relay(database.dataSource(), broker, settings);
    this.transport = new OutboxTransport(database.dataSource(), relay, broker);
    this.later = new LaterOutbox(database.dataSource(), relay);
  }

  /** A further instance's relay on the same database. */
  OutboxRelay relay(DataSource dataSource, RecordingTransport other) {
    return relay(dataSource, other, SETTINGS);
  }

  private OutboxRelay relay(DataSource dataSource, RecordingTransport to, RelaySettings settings) {
    OutboxRelay made =
        new OutboxRelay(dataSource, to, settings, UUID.randomUUID().toString());
    relays.add(made);
    return made;
  }

  OutboxRelay relay() {
    return relay;
  }

  OutboxFixture started() {
    relay.start();
    return this;
  }

  PublishOutcome publish(EncodedEvent event) {
    return transport.send(event).join();
  }

  /** Publishes events in one transaction. */
  void commit(EncodedEvent... events) {
    database.transaction().executeWithoutResult(status -> {
      for (EncodedEvent event : events) {
        publish(event);
      }
    });
  }

  /** Publishes a key's events 1 to n, each in a transaction. */
  void commitAll(String orderingKey, int n) {
    for (int i = 1; i <= n; i++) {
      commit(Events.event(orderingKey, i));
    }
  }

  static Instant inAnHour() {
    return Instant.now().plus(HOUR);
  }

  /** Has the time pass that later events are kept for. */
  void passAnHour() {
    database
        .jdbc()
        .sql("update event_manager_outbox_later set due = due - interval '1' hour")
        .update();
  }

  void awaitEmpty() {
    await().atMost(Duration.ofSeconds(30)).until(() -> status.pending(1) == 0);
  }

  @Override
  public void close() {
    relays.forEach(OutboxRelay::close);
  }
}
