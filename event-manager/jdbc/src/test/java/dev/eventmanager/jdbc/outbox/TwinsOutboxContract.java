package dev.eventmanager.jdbc.outbox;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.eventWithTwins;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event takes its twins along through the outbox, on every database. */
interface TwinsOutboxContract {

  TestDatabase database();

  @Test
  default void leavesWithItsTwinsInOrderOfItsKey() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      outbox.commit(event("a", 1), eventWithTwins("a", 2), event("a", 3));
      outbox.awaitEmpty();

      assertThat(outbox.broker.events())
          .containsExactly(event("a", 1), eventWithTwins("a", 2), event("a", 3));
      assertThat(outbox.broker.events().get(1).twins())
          .extracting(twin -> twin.metadata().routingKey())
          .containsExactly("order.v2.submit", "order.v1.submit");
    }
  }

  @Test
  default void neverLeavesNorItsTwinsWhereTheTransactionRollsBack() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      database().transaction().executeWithoutResult(status -> {
        outbox.publish(eventWithTwins("a", 1));
        status.setRollbackOnly();
      });
      outbox.commit(event("a", 2));
      outbox.awaitEmpty();

      assertThat(outbox.broker.events()).containsExactly(event("a", 2));
    }
  }

  @Test
  default void keepsItsTwinsWhileItsKeyStandsAside() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      outbox.broker.answers(each -> RecordingTransport.UNROUTABLE);
      outbox.commit(eventWithTwins("a", 1));
      outbox.started();
      await().until(() -> database().rows("event_manager_outbox_waiting") == 1);

      outbox.broker.answers(each -> RecordingTransport.CONFIRMED);

      await().atMost(Duration.ofSeconds(30)).until(() -> outbox.broker.events().size() == 1);
      assertThat(outbox.broker.events()).containsExactly(eventWithTwins("a", 1));
    }
  }

  @Test
  default void leavesWithItsTwinsWhenItIsDue() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      EncodedEvent later = eventWithTwins("a", 1);

      outbox.later.send(later, Instant.EPOCH);

      await().until(() -> outbox.broker.events().equals(List.of(later)));
    }
  }

  @Test
  default void isTakenBackWithItsTwins() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      outbox.later.send(eventWithTwins("a", 1), Instant.now().plus(Duration.ofHours(1)));

      assertThat(outbox.later.cancel("a/1")).isTrue();

      assertThat(database().rows("event_manager_outbox_later")).isZero();
    }
  }
}
