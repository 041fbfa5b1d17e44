package dev.eventmanager.jdbc.drain;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.fullEvent;
import static dev.eventmanager.jdbc.Events.ids;
import static dev.eventmanager.jdbc.drain.Billing.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.parking.ParkedRow;
import dev.eventmanager.jdbc.parking.SequenceState;
import org.junit.jupiter.api.Test;

/** What a drain promises of what an operator has asked for. */
interface ReplayDrainContract {

  TestDatabase database();

  @Test
  default void replaysAParkedEventAsItCameAndThenWhatWaitsBehindIt() {
    RecordedOutcomes outcomes = new RecordedOutcomes();
    try (Billing billing = new Billing(database(), id -> {})) {
      billing.park(fullEvent());
      billing.parkedEvents.parkBehind(QUEUE, event("order-7", 2));
      ParkedRow head = billing.parkedRows().get(0);
      ParkedRow behind = billing.parkedRows().get(1);
      SequenceDrain drain =
          billing.drain(Billing.settings().build(), database().dataSource(), outcomes);

      billing.replay(head);
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
    try (Billing billing = new Billing(database(), Billing.failsOn("a/1"))) {
      billing.park(event("a", 1));
      billing.parkedEvents.parkBehind(QUEUE, event("a", 2));
      ParkedRow head = billing.parkedRows().get(0);
      billing.drain(Billing.settings().build(), database().dataSource(), outcomes);

      billing.replay(head);

      await().until(() -> outcomes.failedAgain().contains(head.id()));
      assertThat(billing.attempted).containsExactly("a/1", "a/1", "a/1");
      assertThat(billing.parkedRows())
          .extracting(ParkedRow::state, ParkedRow::attempts)
          .containsExactly(tuple(SequenceState.PARKED, 8), tuple(SequenceState.PARKED, 0));
      assertThat(outcomes.succeeded()).isEmpty();
    }
  }
}
