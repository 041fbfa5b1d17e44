package dev.eventmanager.jdbc.outbox;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.ids;
import static dev.eventmanager.jdbc.outbox.RecordingTransport.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.jdbc.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How much the relay has under way at once. */
interface RelayWindowContract {

  TestDatabase database();

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
}
