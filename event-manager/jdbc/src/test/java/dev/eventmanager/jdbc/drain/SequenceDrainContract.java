package dev.eventmanager.jdbc.drain;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.fullEvent;
import static dev.eventmanager.jdbc.Events.ids;
import static dev.eventmanager.jdbc.drain.Billing.QUEUE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.FailureClass;
import dev.eventmanager.handling.FailureClassifier;
import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.parking.ParkedRow;
import dev.eventmanager.jdbc.parking.ParkedSequences;
import dev.eventmanager.jdbc.parking.SequenceState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a drain promises on every database. */
interface SequenceDrainContract {

  TestDatabase database();

  private Billing billing(Billing.Handler handler) {
    return new Billing(database(), handler);
  }

  private static Billing.Handler failsOn(String eventId) {
    return id -> {
      if (id.equals(eventId)) {
        throw new IllegalStateException("no ledger");
      }
    };
  }

  private void replay(ParkedRow head) {
    ParkedSequences sequences = new ParkedSequences(database().dataSource());
    List<String> parked = List.of(head.sequenceId());
    database().transaction().executeWithoutResult(status -> {
      assertThat(sequences.lock(QUEUE, parked)).containsValue(SequenceState.PARKED);
      sequences.replay(QUEUE, parked);
    });
  }

  @Test
  default void triesTheHeadAgainAndThenWhatWaitsBehindIt() {
    try (Billing billing = billing(id -> {})) {
      billing.retryLater(event("a", 1), Duration.ZERO);
      for (int i = 2; i <= 5; i++) {
        billing.parkedEvents.parkBehind(QUEUE, event("a", i));
      }

      billing.drain();

      await().until(billing::holdsNothing);
      assertThat(billing.effects()).isEqualTo(ids("a", 5));
      assertThat(billing.parkedEvents.parkBehind(QUEUE, event("a", 6))).isFalse();
    }
  }

  @Test
  default void triesNothingBeforeItsTimeNorWhatIsParked() {
    try (Billing billing = billing(id -> {})) {
      billing.retryLater(event("early", 1), Duration.ofHours(1));
      billing.park(event("parked", 1));
      billing.retryLater(event("due", 1), Duration.ZERO);

      billing.drain();

      await().until(() -> billing.parkedRows().size() == 2);
      assertThat(billing.attempted).containsExactly("due/1");
    }
  }

  @Test
  default void parksWhatHasFailedAsOftenAsItMayAndTriesNothingBehindIt() {
    try (Billing billing = billing(failsOn("a/1"))) {
      billing.retryLater(event("a", 1), Duration.ZERO);
      billing.parkedEvents.parkBehind(QUEUE, event("a", 2));

      billing.drain();

      await().until(() -> billing.parkedRows().get(0).state() == SequenceState.PARKED);
      assertThat(billing.attempted).containsExactly("a/1", "a/1");
      assertThat(billing.parkedRows())
          .extracting(ParkedRow::reason, ParkedRow::attempts)
          .containsExactly(tuple(ParkReason.HANDLER_FAILED, 5), tuple(ParkReason.BEHIND_PARKED, 0));
    }
  }

  @Test
  default void givesAnEventThatFailsOnceItIsItsTurnAllItsAttempts() {
    try (Billing billing = billing(failsOn("a/2"))) {
      billing.retryLater(event("a", 1), Duration.ZERO);
      billing.parkedEvents.parkBehind(QUEUE, event("a", 2));

      billing.drain();

      await().until(() -> billing.parkedRows().get(0).state() == SequenceState.PARKED);
      assertThat(billing.effects()).containsExactly("a/1");
      ParkedRow head = billing.parkedRows().get(0);
      assertThat(head.attempts()).isEqualTo(5);
      assertThat(head.reason()).isEqualTo(ParkReason.HANDLER_FAILED);
      assertThat(head.failure()).isPresent();
    }
  }

  @Test
  default void letsTheKeyFlowPastAnEventThatNobodyCanRead() {
    try (Billing billing = billing(id -> {})) {
      billing.retryLater(event("a", 1), Duration.ZERO);
      EncodedEvent unreadable = new EncodedEvent(event("a", 2).metadata(), "{".getBytes(UTF_8));
      billing.parkedEvents.parkBehind(QUEUE, unreadable);
      billing.parkedEvents.parkBehind(QUEUE, event("a", 3));

      billing.drain();

      await().until(() -> billing.parkedRows().size() == 1);
      assertThat(billing.effects()).containsExactly("a/1", "a/3");
      ParkedRow aside = billing.parkedRows().get(0);
      assertThat(aside.metadata().id()).isEqualTo("a/2");
      assertThat(aside.reason()).isEqualTo(ParkReason.MALFORMED);
      assertThat(aside.state()).isEqualTo(SequenceState.PARKED);
      assertThat(billing.parkedEvents.parkBehind(QUEUE, event("a", 4))).isFalse();
    }
  }

  @Test
  default void replaysAParkedEventAsItCameAndThenWhatWaitsBehindIt() {
    RecordedOutcomes outcomes = new RecordedOutcomes();
    try (Billing billing = billing(id -> {})) {
      billing.park(fullEvent());
      billing.parkedEvents.parkBehind(QUEUE, event("order-7", 2));
      ParkedRow head = billing.parkedRows().get(0);
      ParkedRow behind = billing.parkedRows().get(1);
      SequenceDrain drain =
          billing.drain(Billing.settings().build(), database().dataSource(), outcomes);

      replay(head);
      drain.nudge();

      await().until(billing::holdsNothing);
      assertThat(billing.metadata()).first().isEqualTo(fullEvent().metadata());
      assertThat(billing.effects()).isEqualTo(ids("order-7", 2));
      assertThat(outcomes.succeeded()).containsExactly(head.id(), behind.id());
    }
  }

  @Test
  default void parksAReplayedEventThatFailsAgainAndCountsItsAttemptsOn() {
    RecordedOutcomes outcomes = new RecordedOutcomes();
    try (Billing billing = billing(failsOn("a/1"))) {
      billing.park(event("a", 1));
      billing.parkedEvents.parkBehind(QUEUE, event("a", 2));
      ParkedRow head = billing.parkedRows().get(0);
      billing.drain(Billing.settings().build(), database().dataSource(), outcomes);

      replay(head);

      await().until(() -> outcomes.failedAgain().contains(head.id()));
      assertThat(billing.attempted).containsExactly("a/1", "a/1", "a/1");
      assertThat(billing.parkedRows())
          .extracting(ParkedRow::state, ParkedRow::attempts)
          .containsExactly(tuple(SequenceState.PARKED, 8), tuple(SequenceState.PARKED, 0));
      assertThat(outcomes.succeeded()).isEmpty();
    }
  }

  @Test
  default void doesNotRepeatAnEffectThatADeadInstanceHasLeft() {
    try (Billing billing = billing(id -> {})) {
      billing.retryLater(event("a", 1), Duration.ZERO);
      billing.parkedEvents.parkBehind(QUEUE, event("a", 2));
      billing.handle(event("a", 1));

      billing.drain();

      await().until(billing::holdsNothing);
      assertThat(billing.effects()).isEqualTo(ids("a", 2));
    }
  }

  @Test
  default void doesNotCountAttemptsWhileWhatEveryHandlerNeedsIsAway() {
    AtomicBoolean away = new AtomicBoolean(true);
    FailureClassifier pausing = failure -> FailureClass.PAUSING;
    Billing.Handler handler = id -> {
      if (away.get()) {
        throw new IllegalStateException("no connection");
      }
    };
    try (Billing billing = new Billing(database(), handler, pausing)) {
      billing.retryLater(event("a", 1), Duration.ZERO);

      billing.drain();

      await().until(() -> billing.attempted.size() > 2);
      assertThat(billing.parkedRows().get(0).attempts()).isEqualTo(3);
      away.set(false);
      await().until(billing::holdsNothing);
    }
  }

  @Test
  default void givesOtherKeysTheirTurnHoweverLongASequenceIs() {
    try (Billing billing = billing(id -> {})) {
      billing.retryLater(event("long", 1), Duration.ZERO);
      for (int i = 2; i <= 300; i++) {
        billing.parkedEvents.parkBehind(QUEUE, event("long", i));
      }
      billing.retryLater(event("short", 1), Duration.ZERO);

      billing.drain(
          Billing.settings().sequencesAtOnce(1).build(),
          database().dataSource(),
          new RecordedOutcomes());

      await().until(billing::holdsNothing);
      assertThat(billing.effects()).hasSize(301).doesNotHaveDuplicates();
      assertThat(billing.effects().indexOf("short/1")).isLessThan(299);
      assertThat(billing.effects().stream().filter(id -> id.startsWith("long")))
          .containsExactlyElementsOf(ids("long", 300));
    }
  }

  @Test
  default void takesUpAllThatIsDueWithoutWaitingForTheNextLook() {
    try (Billing billing = billing(id -> {})) {
      for (int key = 0; key < 50; key++) {
        billing.retryLater(event("k" + key, 1), Duration.ZERO);
      }

      billing.drain(
          Billing.settings()
              .sequencesAtOnce(2)
              .pollInterval(Duration.ofHours(1))
              .lease(Duration.ofHours(2))
              .build(),
          database().dataSource(),
          new RecordedOutcomes());

      await().until(billing::holdsNothing);
      assertThat(billing.effects()).hasSize(50).doesNotHaveDuplicates();
    }
  }

  @Test
  default void finishesWhatIsInHandWhenStoppedAndLeavesTheRestToOthersAtOnce() throws Exception {
    CountDownLatch inHandler = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    Billing.Handler slow = id -> {
      inHandler.countDown();
      proceed.await();
    };
    try (Billing billing = billing(slow)) {
      billing.retryLater(event("a", 1), Duration.ZERO);
      billing.parkedEvents.parkBehind(QUEUE, event("a", 2));
      SequenceDrain drain = billing.drain(
          Billing.settings().lease(Duration.ofHours(1)).build(),
          database().dataSource(),
          new RecordedOutcomes());
      inHandler.await();

      drain.pause();
      proceed.countDown();
      drain.close();

      assertThat(billing.effects()).containsExactly("a/1");
      assertThat(leases()).isZero();
      billing.drain();
      await().until(billing::holdsNothing);
      assertThat(billing.effects()).isEqualTo(ids("a", 2));
    }
  }

  private long leases() {
    return database()
        .jdbc()
        .sql("select count(*) from event_manager_sequence where leased_by is not null")
        .query(Long.class)
        .single();
  }
}
