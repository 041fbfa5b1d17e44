package dev.eventmanager.jdbc.outbox;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.outbox.OutboxFixture.inAnHour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;

/** What a cancellation promises, on every database. */
interface CancellationContract {

  TestDatabase database();

  @Test
  default void whatIsCancelledNeverLeaves() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      outbox.later.send(event("a", 1), inAnHour());
      outbox.later.send(event("a", 2), inAnHour());

      assertThat(outbox.later.cancel("a/1")).isTrue();
      assertThat(outbox.later.cancel("a/1")).isFalse();
      assertThat(outbox.later.cancel("a/9")).isFalse();

      outbox.passAnHour();
      await().until(() -> outbox.broker.confirmed().contains("a/2"));
      assertThat(outbox.later.cancel("a/2")).isFalse();
      assertThat(outbox.broker.sent()).containsExactly("a/2");
    }
  }

  @Test
  default void aCancellationThatRollsBackCancelsNothing() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      outbox.later.send(event("a", 1), inAnHour());
      JdbcTransactionManager transactions = database().transactionManager();
      TransactionStatus cancelling = transactions.getTransaction(null);
      assertThat(outbox.later.cancel("a/1")).isTrue();

      CompletableFuture.runAsync(() -> {
            outbox.later.send(event("b", 1), Instant.EPOCH);
            await().until(() -> outbox.broker.confirmed().contains("b/1"));
          })
          .join();
      transactions.rollback(cancelling);

      assertThat(outbox.status.later(10)).isEqualTo(1);
      outbox.passAnHour();
      await().until(() -> outbox.broker.confirmed().contains("a/1"));
    }
  }

  /** The relay and cancellations race for each event; every one has exactly one winner. */
  @Test
  default void eitherLeavesOrIsCancelled() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      List<String> cancelled = new ArrayList<>();
      for (int i = 1; i <= 200; i++) {
        EncodedEvent event = event("k" + i % 7, i);
        outbox.later.send(event, Instant.now().plusMillis(i % 5));
        if (outbox.later.cancel(event.metadata().id())) {
          cancelled.add(event.metadata().id());
        }
      }

      await().until(() -> outbox.status.later(1) == 0);
      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmed())
          .hasSize(200 - cancelled.size())
          .doesNotContainAnyElementsOf(cancelled)
          .doesNotHaveDuplicates();
    }
  }
}
