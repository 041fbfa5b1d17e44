package dev.eventmanager.jdbc.outbox;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.jdbc.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes of publishing in transactions of an unusual kind, and past their end. */
interface TransactionContract {

  TestDatabase database();

  private static void assertRejected(PublishOutcome outcome, String reason) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            PublishOutcome.Rejected.class,
            rejected -> assertThat(rejected.reason()).contains(reason));
  }

  @Test
  default void refusesToStoreInAReadOnlyTransaction() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      TransactionTemplate readOnly = database().transaction();
      readOnly.setReadOnly(true);

      assertRejected(readOnly.execute(status -> outbox.publish(event("a", 1))), "read-only");
    }
  }

  @Test
  default void refusesToStoreInCallbacksAfterTheEndOfTheTransaction() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      JdbcTransactionManager transactions = database().transactionManager();
      transactions.addListener(new TransactionPhase());
      List<PublishOutcome> outcomes = new ArrayList<>();

      new TransactionTemplate(transactions)
          .executeWithoutResult(status -> TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                  outcomes.add(outbox.publish(event("a", 1)));
                }

                @Override
                public void afterCommit() {
                  outcomes.add(outbox.publish(event("a", 2)));
                  outcomes.add(anew(transactions).execute(inner -> outbox.publish(event("a", 3))));
                }

                @Override
                public void afterCompletion(int status) {
                  outcomes.add(outbox.publish(event("a", 4)));
                }
              }));

      assertThat(outcomes.get(0)).isEqualTo(new PublishOutcome.Stored());
      assertRejected(outcomes.get(1), "begin a new transaction");
      assertThat(outcomes.get(2)).isEqualTo(new PublishOutcome.Stored());
      assertRejected(outcomes.get(3), "begin a new transaction");
      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmed()).containsExactly("a/1", "a/3");
    }
  }

  private static TransactionTemplate anew(JdbcTransactionManager transactions) {
    TransactionTemplate anew = new TransactionTemplate(transactions);
    anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return anew;
  }

  @Test
  default void worksWithAPoolWhoseConnectionsDoNotCommitByThemselves() {
    try (HikariDataSource pool = new HikariDataSource(database().withoutAutoCommit());
        OutboxFixture outbox = new OutboxFixture(database());
        OutboxRelay relay = outbox.relay(pool, outbox.broker)) {
      OutboxTransport transport = new OutboxTransport(pool, relay, outbox.broker);
      LaterOutbox later = new LaterOutbox(pool, relay);
      relay.start();

      inTransaction(pool, () -> transport.send(event("a", 1)).join());
      await().until(() -> outbox.broker.confirmed().equals(ids("a", 1)));
      later.send(event("a", 2), Instant.EPOCH);
      await().until(() -> outbox.broker.confirmed().equals(ids("a", 2)));
      later.send(event("a", 3), Instant.now().plusSeconds(3_600));
      assertThat(later.cancel("a/3")).isTrue();
      assertThat(new OutboxStatus(pool).later(10)).isZero();
      outbox.awaitEmpty();
    }
  }

  private static void inTransaction(DataSource pool, Runnable work) {
    new TransactionTemplate(new JdbcTransactionManager(pool))
        .executeWithoutResult(status -> work.run());
  }
}
