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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What several relays on one database promise. */
interface RelaySharingContract {

  TestDatabase database();

  private long relaysWithShards() {
    return database()
        .jdbc()
        .sql("select count(distinct relay) from event_manager_outbox_shard")
        .query(Long.class)
        .single();
  }

  @Test
  default void twoRelaysShareTheWorkAndRepeatNothing() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      RecordingTransport other = new RecordingTransport();
      outbox.relay(database().dataSource(), other).start();
      await().until(() -> relaysWithShards() == 2);

      for (int key = 0; key < 50; key++) {
        outbox.commitAll("k" + key, 5);
      }
      outbox.awaitEmpty();

      assertThat(outbox.broker.sent()).isNotEmpty();
      assertThat(other.sent()).isNotEmpty();
      assertThat(Stream.concat(outbox.broker.sent().stream(), other.sent().stream()))
          .hasSize(250)
          .doesNotHaveDuplicates();
      for (int key = 0; key < 50; key++) {
        List<String> sent = new ArrayList<>(outbox.broker.confirmedOf("k" + key));
        sent.addAll(other.confirmedOf("k" + key));
        assertThat(sent).isEqualTo(ids("k" + key, 5));
      }
    }
  }

  @Test
  default void aRelayThatJoinsUnderLoadReordersNothing() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      OutboxRelay second = outbox.relay(database().dataSource(), outbox.broker);
      for (int round = 1; round <= 10; round++) {
        if (round == 3) {
          second.start();
        }
        if (round == 8) {
          await().until(() -> relaysWithShards() == 2);
          second.close();
        }
        for (int key = 0; key < 20; key++) {
          outbox.commit(event("k" + key, round));
        }
      }

      outbox.awaitEmpty();
      for (int key = 0; key < 20; key++) {
        assertThat(outbox.broker.confirmedOf("k" + key)).isEqualTo(ids("k" + key, 10));
      }
    }
  }

  @Test
  default void sendsFirstWhatAnotherInstanceCommittedBeforeThoughNobodyAnnouncedIt() {
    RelaySettings seldomPolling = new RelaySettings.Builder()
        .pollInterval(Duration.ofSeconds(5))
        .lease(Duration.ofSeconds(20))
        .build();
    try (OutboxFixture outbox = new OutboxFixture(database(), seldomPolling).started();
        OutboxFixture other = new OutboxFixture(database())) {
      database().transaction().executeWithoutResult(status -> {
        other.publish(event("a", 1));
        CompletableFuture.runAsync(() -> outbox.commit(event(neighbourOf("a"), 1)))
            .join();
        await().until(() -> !outbox.broker.confirmedOf(neighbourOf("a")).isEmpty());
      });

      outbox.commit(event("a", 2)); // the relay has read on, past where a/1 stands

      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmedOf("a")).isEqualTo(ids("a", 2));
    }
  }

  /** Another key of the same shard. */
  private static String neighbourOf(String key) {
    return Stream.iterate(0, n -> n + 1)
        .map(n -> "neighbour-" + n)
        .filter(other -> Shards.of(other) == Shards.of(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  default void anotherRelayTakesOverFromOneThatDied() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      CuttableDataSource lifeline = new CuttableDataSource(database().dataSource());
      RecordingTransport dying = new RecordingTransport();
      dying.answersLater(event -> event.metadata().id().endsWith("/3")
          ? new CompletableFuture<>()
          : CompletableFuture.completedFuture(CONFIRMED));
      outbox.relay(lifeline, dying).start();
      outbox.commitAll("a", 5);
      outbox.commitAll("b", 5);
      await().until(() -> dying.sent().containsAll(List.of("a/3", "b/3")));
      lifeline.cut();

      outbox.relay().start();

      outbox.awaitEmpty();
      for (String key : List.of("a", "b")) {
        assertThat(firstSights(dying, outbox.broker, key)).isEqualTo(ids(key, 5));
        assertThat(outbox.broker.confirmedOf(key)).endsWith(key + "/3", key + "/4", key + "/5");
      }
    }
  }

  /** The order in which a subscriber that knows event ids takes the events. */
  private static List<String> firstSights(
      RecordingTransport first, RecordingTransport second, String key) {
    return Stream.concat(first.confirmedOf(key).stream(), second.confirmedOf(key).stream())
        .distinct()
        .toList();
  }

  @Test
  default void aRelayThatIsClosedLeavesItsShardsAtOnce() {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      await().until(() -> relaysWithShards() == 1);

      outbox.relay().close();

      assertThat(relaysWithShards()).isZero();
      assertThat(database().rows("event_manager_outbox_relay")).isZero();
    }
  }

  @Test
  default void closingWaitsForWhatIsUnderWayAndSendsNothingNew() throws InterruptedException {
    try (OutboxFixture outbox = new OutboxFixture(database()).started()) {
      CompletableFuture<PublishOutcome> answer = new CompletableFuture<>();
      outbox.broker.answersLater(event -> answer);
      outbox.commitAll("a", 2);
      await().until(() -> outbox.broker.sent().equals(List.of("a/1")));

      Thread closing = new Thread(outbox.relay()::close);
      closing.start();
      await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
      answer.complete(CONFIRMED);
      closing.join();

      assertThat(outbox.broker.sent()).containsExactly("a/1");
      assertThat(outbox.status.pending(10)).isEqualTo(1);
    }
  }

  @Test
  default void goesOnWhenTheDatabaseComesBack() {
    try (OutboxFixture outbox = new OutboxFixture(database())) {
      CuttableDataSource line = new CuttableDataSource(database().dataSource());
      outbox.relay(line, outbox.broker).start();
      outbox.commit(event("a", 1));
      outbox.awaitEmpty();

      line.cut();
      outbox.commitAll("b", 3);
      await().until(line::isMissed);
      line.mend();

      outbox.awaitEmpty();
      assertThat(outbox.broker.confirmedOf("b")).isEqualTo(ids("b", 3));
    }
  }
}
