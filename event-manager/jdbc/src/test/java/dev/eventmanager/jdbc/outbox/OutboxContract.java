package dev.eventmanager.jdbc.outbox;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.ids;
import static dev.eventmanager.jdbc.outbox.RecordingTransport.CONFIRMED;
import static dev.eventmanager.jdbc.outbox.RecordingTransport.UNROUTABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.Events;
import dev.eventmanager.jdbc.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
  default void keepsOneEventOfAKeyUnderWayAndManyKeys() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
      AtomicInteger most = new AtomicInteger();
      Map<String, CompletableFuture<PublishOutcome>> heads = new ConcurrentHashMap<>();
      outbox.broker.answersLater(event -> {
        String key = event.metadata().orderingKey();
        AtomicInteger count = underWay.computeIfAbsent(key, k -> new AtomicInteger());
        most.accumulateAndGet(count.incrementAndGet(), Math::max);
        CompletableFuture<PublishOutcome> answer = new CompletableFuture<>();
        if (event.metadata().id().endsWith("/1")) {
          heads.put(key, answer);
        } else {
          answer.completeAsync(() -> CONFIRMED);
        }
        return answer.whenComplete((outcome, failure) -> count.decrementAndGet());
      });
      for (int key = 0; key < 20; key++) {
        outbox.commitAll("k" + key, 5);
      }

      outbox.relay().start();

      await().until(() -> heads.size() == 20);
      assertThat(outbox.broker.sent()).hasSize(20);
      heads.values().forEach(head -> head.complete(CONFIRMED));
      outbox.awaitEmpty();
      assertThat(most).hasValue(1);
      for (int key = 0; key < 20; key++) {
        assertThat(outbox.broker.confirmedOf("k" + key)).isEqualTo(ids("k" + key, 5));
      }
    }
  }

  @Test
  default void sendsAgainInOrderWhileTheOutcomeIsUnknown() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      AtomicInteger failures = new AtomicInteger(3);
      outbox.broker.answers(event -> failures.getAndDecrement() > 0
          ? new PublishOutcome.Unknown("the connection was lost", Optional.empty())
          : CONFIRMED);
      outbox.commitAll("a", 3);

      outbox.relay().start();

      outbox.awaitEmpty();
      assertThat(outbox.broker.sent()).containsExactly("a/1", "a/1", "a/1", "a/1", "a/2", "a/3");
    }
  }

  @Test
  default void holdsNothingAgainstAnEventThatFoundNoBroker() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      AtomicInteger failures = new AtomicInteger(3);
      outbox.broker.answers(event -> failures.getAndDecrement() > 0
          ? new PublishOutcome.NotSent("no connection to the broker")
          : CONFIRMED);
      outbox.commitAll("a", 3);

      outbox.relay().start();

      await().until(() -> outbox.broker.sent().size() >= 3);
      assertThat(outbox.status.waitingKeyCount()).isZero();
      outbox.awaitEmpty();
      assertThat(outbox.broker.sent()).containsExactly("a/1", "a/1", "a/1", "a/1", "a/2", "a/3");
    }
  }

  @Test
  default void takesATransportThatFailsForAnUnknownOutcome() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      AtomicInteger calls = new AtomicInteger();
      outbox.broker.answersLater(event -> switch (calls.getAndIncrement()) {
        case 0 -> throw new IllegalStateException("closed");
        case 1 -> CompletableFuture.failedFuture(new IllegalStateException("closed"));
        default -> CompletableFuture.completedFuture(CONFIRMED);
      });
      outbox.commit(event("a", 1));

      outbox.relay().start();

      outbox.awaitEmpty();
      assertThat(outbox.broker.sent()).containsExactly("a/1", "a/1", "a/1");
    }
  }

  @Test
  default void letsAKeyWaitWhoseEventIsNeverAnsweredWhileOthersGetThrough() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      outbox.broker.answers(event -> event.metadata().orderingKey().equals("poison")
          ? new PublishOutcome.Unknown("the channel was closed", Optional.empty())
          : CONFIRMED);
      outbox.commit(event("poison", 1));

      AtomicInteger number = new AtomicInteger();
      await().until(() -> {
        outbox.commit(event("a", number.incrementAndGet()));
        return outbox.status.waitingKeyCount() == 1;
      });

      outbox.broker.answers(event -> CONFIRMED);
      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmedOf("poison")).containsExactly("poison/1");
      assertThat(outbox.broker.confirmedOf("a")).isEqualTo(ids("a", number.get()));
    }
  }

  @Test
  default void letsAnUnroutableEventHoldBackItsOwnKeyAlone() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      AtomicBoolean bound = new AtomicBoolean();
      outbox.broker.answers(event ->
          event.metadata().orderingKey().equals("a") && !bound.get() ? UNROUTABLE : CONFIRMED);
      outbox.commitAll("a", 3);
      outbox.commitAll("b", 3);

      await().until(() -> outbox.broker.confirmedOf("b").equals(ids("b", 3)));
      await().until(() -> outbox.status.waitingKeys(10).size() == 1);
      outbox.commit(event("a", 4));
      await().until(() -> outbox.status.waitingKeys(10).get(0).attempts() > 2);
      WaitingKey waiting = outbox.status.waitingKeys(10).get(0);
      assertThat(waiting.orderingKey()).isEqualTo("a");
      assertThat(waiting.lastError()).contains("NO_ROUTE");
      assertThat(outbox.status.pending(10)).isEqualTo(4);
      assertThat(outbox.broker.sent()).doesNotContain("a/2", "a/3", "a/4");

      bound.set(true);

      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmedOf("a")).isEqualTo(ids("a", 4));
      await().until(() -> outbox.status.waitingKeyCount() == 0);
      outbox.commit(event("a", 5));
      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmedOf("a")).isEqualTo(ids("a", 5));
    }
  }

  @Test
  default void drainsALongQueueBehindAnEventThatWasRefused() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      AtomicInteger refusals = new AtomicInteger(2);
      outbox.broker.answers(event -> refusals.getAndDecrement() > 0
          ? new PublishOutcome.Rejected("nacked by the broker")
          : CONFIRMED);

      outbox.commitAll("a", 200);

      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmed()).isEqualTo(ids("a", 200));
    }
  }

  @Test
  default void takesTurnsWithinAWindowSmallerThanTheBacklog() {
    RelaySettings narrow =
        new RelaySettings.Builder().from(OutboxFixture.SETTINGS).window(20).build();
    try (OutboxFixture outbox = new OutboxFixture(database(), narrow)) {
      for (int key = 0; key < 20; key++) {
        outbox.commitAll("k" + key, 5);
      }

      outbox.relay().start();

      outbox.awaitEmpty();
      for (int key = 0; key < 20; key++) {
        assertThat(outbox.broker.confirmedOf("k" + key)).isEqualTo(ids("k" + key, 5));
      }
    }
  }

  /** Each event has a key of its own, so all that the relay has read is under way. */
  @Test
  default void hasNoMoreInMemoryThanItsWindowHoweverManyEventsWait() {
    RelaySettings narrow =
        new RelaySettings.Builder().from(OutboxFixture.SETTINGS).window(320).build();
    try (OutboxFixture outbox = new OutboxFixture(database(), narrow)) {
      AtomicInteger held = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      List<CompletableFuture<PublishOutcome>> waiting = new CopyOnWriteArrayList<>();
      outbox.broker.answersLater(event -> {
        most.accumulateAndGet(held.incrementAndGet(), Math::max);
        CompletableFuture<PublishOutcome> answer = new CompletableFuture<>();
        waiting.add(answer);
        return answer.whenComplete((outcome, failure) -> held.decrementAndGet());
      });
      database().transaction().executeWithoutResult(status -> {
        for (int i = 0; i < 2_000; i++) {
          outbox.publish(event("k" + i, 1));
        }
      });

      outbox.relay().start();
      await().until(() -> held.get() > 100);
      await().until(() -> {
        waiting.forEach(answer -> answer.complete(CONFIRMED));
        return outbox.status.pending(1) == 0;
      });

      assertThat(outbox.broker.sent()).hasSize(2_000);
      assertThat(most).hasValueLessThanOrEqualTo(160);
    }
  }

  @Test
  default void findsARowThatWasCommittedAfterALaterOneHadLeft() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      PlatformTransactionManager transactions = database().transactionManager();
      inTransactionThatWaits(
          outbox,
          event("slow", 1),
          () -> {
            outbox.commit(event("fast", 1));
            await().until(() -> outbox.broker.confirmed().contains("fast/1"));
          },
          transactions);

      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmed()).containsExactly("fast/1", "slow/1");
    }
  }

  /** Why the transactions of one key must exclude each other. */
  @Test
  default void publishesInTheOrderOfCommitWhereTransactionsOfAKeyDoNotExcludeEachOther() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      inTransactionThatWaits(
          outbox,
          event("a", 1),
          () -> {
            outbox.commit(event("a", 2));
            await().until(() -> outbox.broker.confirmed().contains("a/2"));
          },
          database().transactionManager());

      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmed()).containsExactly("a/2", "a/1");
    }
  }

  private static void inTransactionThatWaits(
      OutboxFixture outbox,
      EncodedEvent event,
      Runnable meanwhile,
      PlatformTransactionManager transactions) {
    TransactionStatus slow = transactions.getTransaction(null);
    outbox.publish(event);
    CompletableFuture.runAsync(meanwhile).join();
    transactions.commit(slow);
  }
}
