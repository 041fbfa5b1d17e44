package dev.eventmanager.jdbc.outbox;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.ids;
import static dev.eventmanager.jdbc.outbox.RecordingTransport.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.jdbc.CuttableDataSource;
import dev.eventmanager.jdbc.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A key with a long backlog keeps none waiting but itself. */
interface LongKeyContract {

  TestDatabase database();

  /** The first of these keys, all in one shard, is the long one. */
  private static List<String> keysOfOneShard(int count) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> "k" + i)
        .filter(key -> Shards.of(key) == 3)
        .limit(count)
        .toList();
  }

  @Test
  default void doesNotDelayTheKeysBehindIt() {
    List<String> keys = keysOfOneShard(20);
    String hot = keys.get(0);
    List<String> others = keys.subList(1, 20);
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      CompletableFuture<PublishOutcome> head = new CompletableFuture<>();
      outbox.broker.answersLater(event -> event.metadata().id().equals(hot + "/1")
          ? head
          : CompletableFuture.completedFuture(CONFIRMED));
      commitBacklog(outbox, hot, 20_000);
      others.forEach(key -> outbox.commitAll(key, 3));

      outbox.relay().start();

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> outbox.broker.confirmed().size() == 3 * others.size());
      others.forEach(key -> assertThat(outbox.broker.confirmedOf(key)).isEqualTo(ids(key, 3)));
      assertThat(outbox.broker.sent()).containsOnlyOnce(hot + "/1").doesNotContain(hot + "/2");
      assertThat(outbox.status.waitingKeyCount())
          .as("it waits for nothing but its turn")
          .isZero();

      head.complete(CONFIRMED);
      await().until(() -> outbox.broker.confirmedOf(hot).size() >= 1_000);
      assertThat(outbox.broker.confirmedOf(hot).subList(0, 1_000)).isEqualTo(ids(hot, 1_000));
    }
  }

  private void commitBacklog(OutboxFixture outbox, String key, int n) {
    database().transaction().executeWithoutResult(status -> {
      for (int i = 1; i <= n; i++) {
        outbox.publish(event(key, i));
      }
    });
  }

  @Test
  default void flowsAgainOnceItsBacklogHasLeft() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      commitBacklog(outbox, "a", 200);
      outbox.relay().start();
      await().until(() -> outbox.broker.confirmed().size() > 20);

      outbox.commit(event("a", 201));

      outbox.awaitEmpty();
      await().until(() -> database().rows("event_manager_outbox_key") == 0);
      outbox.commit(event("a", 202));
      outbox.awaitEmpty();
      assertThat(outbox.broker.sent()).isEqualTo(ids("a", 202));
    }
  }

  /** More long keys than are drained at once, within a window that holds a row of few. */
  @Test
  default void takesTurnsWithOtherLongKeys() {
    RelaySettings narrow =
        new RelaySettings.Builder().from(OutboxFixture.SETTINGS).window(64).build();
    try (OutboxFixture outbox = new OutboxFixture(database(), narrow)) {
      for (int key = 0; key < 10; key++) {
        commitBacklog(outbox, "k" + key, 200);
      }

      outbox.relay().start();

      outbox.awaitEmpty();
      for (int key = 0; key < 10; key++) {
        assertThat(outbox.broker.confirmedOf("k" + key)).isEqualTo(ids("k" + key, 200));
      }
      assertThat(outbox.broker.sent()).hasSize(2_000);
    }
  }

  @Test
  default void isGoneOnWithInOrderByARelayThatTakesOver() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      RecordingTransport dying = new RecordingTransport();
      dying.answersLater(event -> event.metadata().id().equals("a/40")
          ? new CompletableFuture<>()
          : CompletableFuture.completedFuture(CONFIRMED));
      commitBacklog(outbox, "a", 300);
      CuttableDataSource lifeline = new CuttableDataSource(database().dataSource());
      outbox.relay(lifeline, dying).start();
      await().until(() -> dying.sent().contains("a/40"));
      lifeline.cut();

      outbox.relay().start();

      outbox.awaitEmpty();
      assertThat(dying.confirmedOf("a")).isEqualTo(ids("a", 39));
      assertThat(outbox.broker.confirmedOf("a"))
          .endsWith(IntStream.rangeClosed(40, 300).mapToObj(i -> "a/" + i).toArray(String[]::new));
    }
  }
}
