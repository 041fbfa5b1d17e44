package dev.eventmanager.jdbc.drain;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.ids;
import static dev.eventmanager.jdbc.drain.Billing.QUEUE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.crash.JdbcCrashMarks;
import dev.eventmanager.jdbc.parking.ParkedRow;
import dev.eventmanager.jdbc.parking.SequenceLeases;
import dev.eventmanager.jdbc.parking.SequenceState;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a head that instances had in hand when they died. */
interface LostHeadContract {

  TestDatabase database();

  /** Instances die, one after the other, with the head of the only sequence in hand. */
  private void dieWithTheHead(int times) {
    for (int i = 0; i < times; i++) {
      SequenceLeases dying = leases(Duration.ofMillis(1));
      await()
          .pollInterval(Duration.ofMillis(2))
          .until(() -> !dying.take(QUEUE, 1).isEmpty());
    }
  }

  private SequenceLeases leases(Duration lease) {
    return new SequenceLeases(database().dataSource(), UUID.randomUUID().toString(), lease);
  }

  /** What two processes leave that die while they handle the event alone. */
  private void markTwice(EncodedEvent event) {
    JdbcCrashMarks marks = new JdbcCrashMarks(database().dataSource());
    Delivery delivery = new Delivery(QUEUE, event, true, () -> true);
    marks.begin(delivery);
    marks.begin(delivery);
  }

  private static void hold(Billing billing, int events) {
    billing.retryLater(event("a", 1), Duration.ZERO);
    for (int i = 2; i <= events; i++) {
      billing.parkedEvents.parkBehind(QUEUE, event("a", i));
    }
  }

  @Test
  default void parksAHeadThatProcessesDiedOfAndAllThatIsBehindIt() {
    try (Billing billing = new Billing(database(), id -> {})) {
      hold(billing, 2);
      dieWithTheHead(5);
      markTwice(event("a", 1));

      billing.drain();

      await().until(() -> billing.parkedRows().get(0).state() == SequenceState.PARKED);
      assertThat(billing.attempted).isEmpty();
      assertThat(billing.parkedRows())
          .extracting(ParkedRow::reason)
          .containsExactly(ParkReason.CRASHED_ITS_CONSUMER, ParkReason.BEHIND_PARKED);
      assertThat(billing.parkedRows().get(0).failure().orElseThrow().message().orElseThrow())
          .contains("5 times");
      await().until(() -> database().rows("event_manager_crash_mark") == 0);
    }
  }

  @Test
  default void handlesAHeadThatWasLostWithProcessesThatDiedOfSomethingElse() {
    try (Billing billing = new Billing(database(), id -> {})) {
      hold(billing, 3);
      dieWithTheHead(9);

      billing.drain();

      await().until(billing::holdsNothing);
      assertThat(billing.effects()).isEqualTo(ids("a", 3));
    }
  }

  @Test
  default void suspectsNobodyForWhatBecameOfTheHeadBefore() {
    try (Billing billing = new Billing(database(), id -> {})) {
      EncodedEvent second =
          new EncodedEvent(event("a", 2).metadata(), "{\"id\":8}".getBytes(UTF_8));
      hold(billing, 1);
      billing.parkedEvents.parkBehind(QUEUE, second);
      dieWithTheHead(5);
      markTwice(second);

      billing.drain();

      await().until(billing::holdsNothing);
      assertThat(billing.effects()).isEqualTo(ids("a", 2));
    }
  }

  @Test
  default void countsNoInstanceThatGaveTheHeadBack() {
    try (Billing billing = new Billing(database(), id -> {})) {
      hold(billing, 1);
      markTwice(event("a", 1));
      for (int i = 0; i < 9; i++) {
        SequenceLeases stopping = leases(Duration.ofHours(1));
        stopping.take(QUEUE, 1).forEach(stopping::giveBack);
      }

      billing.drain();

      await().until(billing::holdsNothing);
      assertThat(billing.effects()).isEqualTo(ids("a", 1));
    }
  }

  @Test
  default void forgetsWhatWasLostWhenAnOperatorReplays() {
    try (Billing billing = new Billing(database(), id -> {})) {
      hold(billing, 1);
      dieWithTheHead(5);
      markTwice(event("a", 1));
      SequenceDrain drain = billing.drain();
      await().until(() -> billing.parkedRows().get(0).state() == SequenceState.PARKED);
      // The drain takes the mark away after it has parked.
      await().until(() -> database().rows("event_manager_crash_mark") == 0);

      billing.replay(billing.parkedRows().get(0));
      drain.nudge();

      await().until(billing::holdsNothing);
      assertThat(billing.effects()).isEqualTo(ids("a", 1));
    }
  }
}
