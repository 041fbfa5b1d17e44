package dev.eventmanager.jdbc.outbox;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.ids;
import static dev.eventmanager.jdbc.outbox.RecordingTransport.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.Events;
import dev.eventmanager.jdbc.TestDatabase;
import java.util.concurrent.CompletableFuture;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** What the outbox promises on every database. */
interface OutboxContract {

  TestDatabase database();

  @Test
  default void publishesAfterTheCommitAndNotBefore() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      PublishOutcome outcome = database().transaction().execute(status -> {
        PublishOutcome stored = outbox.publish(event("a", 1));
        assertThat(outbox.broker.sent()).isEmpty();
        return stored;
      });

      assertThat(outcome).isEqualTo(new PublishOutcome.Stored());
      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmed()).containsExactly("a/1");
    }
  }

  @Test
  default void neverPublishesWhatWasRolledBack() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      database().transaction().executeWithoutResult(status -> {
        outbox.publish(event("a", 1));
        status.setRollbackOnly();
      });
      outbox.commit(event("a", 2));

      outbox.awaitEmpty();
      assertThat(outbox.broker.sent()).containsExactly("a/2");
    }
  }

  @Test
  default void sendsDirectlyWhereThereIsNoTransaction() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      assertThat(outbox.publish(event("a", 1))).isEqualTo(CONFIRMED);
      assertThat(outbox.status.pending(10)).isZero();
    }
  }

  @Test
  default void refusesToStoreInTheTransactionOfAnotherDatabase() {
    JdbcDataSource other = new JdbcDataSource();
    other.setURL("jdbc:h2:mem:");
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      PublishOutcome outcome = new TransactionTemplate(new JdbcTransactionManager(other))
          .execute(status -> outbox.publish(event("a", 1)));

      assertThat(outcome)
          .isInstanceOfSatisfying(
              PublishOutcome.Rejected.class,
              rejected -> assertThat(rejected.reason()).contains("not on the outbox's DataSource"));
    }
  }

  @Test
  default void refusesAnOrderingKeyTooLongToIndex() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      PublishOutcome outcome =
          database().transaction().execute(status -> outbox.publish(event("k".repeat(513), 1)));

      assertThat(outcome).isInstanceOf(PublishOutcome.Rejected.class);
    }
  }

  @Test
  default void keepsEveryAttributeOfAnEvent() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      outbox.commit(Events.fullEvent());

      outbox.awaitEmpty();
      assertThat(outbox.broker.events()).containsExactly(Events.fullEvent());
    }
  }

  @Test
  default void publishesWhatWasStoredWhileNoRelayRan() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      outbox.commitAll("a", 5);

      outbox.relay().start();

      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmed()).isEqualTo(ids("a", 5));
    }
  }

  @Test
  default void findsARowThatWasCommittedAfterALaterOneHadLeft() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      inTransactionThatWaits(outbox, event("slow", 1), () -> {
        outbox.commit(event("fast", 1));
        await().until(() -> outbox.broker.confirmed().contains("fast/1"));
      });

      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmed()).containsExactly("fast/1", "slow/1");
    }
  }

  /** Why the transactions of one key must exclude each other. */
  @Test
  default void publishesInTheOrderOfCommitWhereTransactionsOfAKeyDoNotExcludeEachOther() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      inTransactionThatWaits(outbox, event("a", 1), () -> {
        outbox.commit(event("a", 2));
        await().until(() -> outbox.broker.confirmed().contains("a/2"));
      });

      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmed()).containsExactly("a/2", "a/1");
    }
  }

  private void inTransactionThatWaits(
      OutboxFixture outbox, EncodedEvent event, Runnable meanwhile) {
    PlatformTransactionManager transactions = database().transactionManager();
    TransactionStatus slow = transactions.getTransaction(null);
    outbox.publish(event);
    CompletableFuture.runAsync(meanwhile).join();
    transactions.commit(slow);
  }
}
