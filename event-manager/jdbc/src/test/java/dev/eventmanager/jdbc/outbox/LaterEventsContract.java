package dev.eventmanager.jdbc.outbox;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.ids;
import static dev.eventmanager.jdbc.outbox.OutboxFixture.HOUR;
import static dev.eventmanager.jdbc.outbox.OutboxFixture.inAnHour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.jdbc.Events;
import dev.eventmanager.jdbc.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is promised of events for later, on every database. */
interface LaterEventsContract {

  TestDatabase database();

  @Test
  default void keepsAnEventUntilItIsDue() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      outbox.later.send(event("a", 1), inAnHour());
      outbox.commit(event("a", 2));
      outbox.awaitEmpty();
      assertThat(outbox.broker.sent()).containsExactly("a/2");
      assertThat(outbox.status.later(10)).isEqualTo(1);

      outbox.passAnHour();

      await().until(() -> outbox.broker.confirmed().equals(List.of("a/2", "a/1")));
      assertThat(outbox.status.later(10)).isZero();
    }
  }

  @Test
  default void isNeverEarly() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      Instant due = Instant.now().plusMillis(300);
      outbox.broker.answers(event -> {
        assertThat(Instant.now()).isAfterOrEqualTo(due.truncatedTo(ChronoUnit.MICROS));
        return RecordingTransport.CONFIRMED;
      });

      outbox.later.send(event("a", 1), due);

      await().until(() -> outbox.broker.confirmed().equals(List.of("a/1")));
      assertThat(outbox.broker.sent()).hasSize(1);
    }
  }

  @Test
  default void sendsWhatIsOverdueAtOnce() {
    RelaySettings hardlyPolling = new RelaySettings.Builder()
        .from(OutboxFixture.SETTINGS)
        .pollInterval(Duration.ofMinutes(10))
        .lease(Duration.ofMinutes(30))
        .build();
    try (OutboxFixture outbox = new OutboxFixture(database(), hardlyPolling).started()) {
      outbox.commit(event("a", 1));
      outbox.awaitEmpty();

      outbox.later.send(event("a", 2), Instant.EPOCH);

      await().until(() -> outbox.broker.confirmed().equals(ids("a", 2)));
    }
  }

  @Test
  default void leavesInTheOrderOfDueTimesAndThenOfInsertion() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      Instant past = Instant.now().minus(HOUR);
      outbox.later.send(event("a", 4), past.plusMillis(2));
      outbox.later.send(event("a", 2), past.plusMillis(1));
      outbox.later.send(event("a", 3), past.plusMillis(1));
      outbox.later.send(event("a", 1), past);

      outbox.relay().start();

      await().until(() -> outbox.broker.confirmed().equals(ids("a", 4)));
    }
  }

  /** More than one batch, and more than the relay takes in hand of one key. */
  @Test
  default void movesALongBacklogInOrder() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      Instant past = Instant.now().minus(HOUR);
      database().transaction().executeWithoutResult(status -> {
        for (int i = 1; i <= 1_200; i++) {
          outbox.later.send(event("a", i), past.plusMillis(i));
        }
      });

      outbox.relay().start();

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> outbox.broker.confirmed().size() >= 1_200);
      assertThat(outbox.broker.confirmed()).isEqualTo(ids("a", 1_200));
    }
  }

  @Test
  default void joinsTheTransaction() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      database().transaction().executeWithoutResult(status -> {
        assertThat(outbox.later.send(event("a", 1), Instant.EPOCH))
            .isEqualTo(new PublishOutcome.Stored());
        status.setRollbackOnly();
      });
      outbox.later.send(event("a", 2), Instant.EPOCH);

      await().until(() -> outbox.broker.confirmed().contains("a/2"));
      assertThat(outbox.broker.sent()).containsExactly("a/2");
    }
  }

  @Test
  default void keepsEveryAttributeOfALaterEvent() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      outbox.later.send(Events.fullEvent(), Instant.EPOCH);

      await().until(() -> outbox.broker.events().equals(List.of(Events.fullEvent())));
    }
  }

  @Test
  default void twoRelaysMoveEachEventOnce() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      Instant past = Instant.now().minus(HOUR);
      for (int i = 1; i <= 400; i++) {
        outbox.later.send(event("k" + i % 20, i), past.plusMillis(i));
      }

      outbox.relay(database().dataSource(), outbox.broker).start();
      outbox.relay().start();

      await().until(() -> outbox.status.later(1) == 0);
      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmed()).hasSize(400).doesNotHaveDuplicates();
      assertThat(outbox.broker.confirmedOf("k3")).startsWith("k3/3", "k3/23", "k3/43");
    }
  }

  @Test
  default void aRelayThatLostItsShardsMovesNothing() {
    ShardLeases leases = new ShardLeases(database().dataSource(), "this", HOUR);

    assertThat(database().transaction().<Boolean>execute(status -> leases.lock(1)))
        .isFalse();
    database().transaction().executeWithoutResult(status -> leases.acquire(Shards.COUNT));
    assertThat(database().transaction().<Boolean>execute(status -> leases.lock(1)))
        .isTrue();
  }

  @Test
  default void refusesALaterEventInTheTransactionOfAnotherDatabase() {
    JdbcDataSource other = new JdbcDataSource();
    other.setURL("jdbc:h2:mem:");
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      new TransactionTemplate(new JdbcTransactionManager(other)).executeWithoutResult(status -> {
        assertThat(outbox.later.send(event("a", 1), inAnHour()))
            .isInstanceOf(PublishOutcome.Rejected.class);
        assertThatThrownBy(() -> outbox.later.cancel("a/1"))
            .hasMessageContaining("not on the outbox's DataSource");
      });
    }
  }
}
