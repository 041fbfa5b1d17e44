package dev.eventmanager.jdbc.outbox;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.ids;
import static dev.eventmanager.jdbc.outbox.RecordingTransport.CONFIRMED;
import static dev.eventmanager.jdbc.outbox.RecordingTransport.UNROUTABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.jdbc.TestDatabase;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of a key whose event the broker does not confirm. */
interface UnconfirmedContract {

  TestDatabase database();

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
}
