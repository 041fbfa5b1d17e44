package dev.eventmanager.jdbc.drain;

import static dev.eventmanager.jdbc.Events.event;
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
import dev.eventmanager.jdbc.parking.SequenceState;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How a drain promises to try what is held, on every database. */
interface SequenceDrainContract {

  TestDatabase database();

  @Test
  default void triesTheHeadAgainAndThenWhatWaitsBehindIt() {
    try (Billing billing = new Billing(database(), id -> {})) {
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
    try (Billing billing = new Billing(database(), id -> {})) {
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
    try (Billing billing = new Billing(database(), Billing.failsOn("a/1"))) {
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
    try (Billing billing = new Billing(database(), Billing.failsOn("a/2"))) {
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
    try (Billing billing = new Billing(database(), id -> {})) {
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
  default void doesNotRepeatAnEffectThatADeadInstanceHasLeft() {
    try (Billing billing = new Billing(database(), id -> {})) {
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
}
