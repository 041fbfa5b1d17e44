package dev.eventmanager.jdbc.drain;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.ids;
import static dev.eventmanager.jdbc.drain.Billing.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.jdbc.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In which order a drain takes up sequences, and how it leaves them. */
interface DrainTurnsContract {

  TestDatabase database();

  private long leases() {
    return database()
        .jdbc()
        .sql("select count(*) from event_manager_sequence where leased_by is not null")
        .query(Long.class)
        .single();
  }

  @Test
  default void givesOtherKeysTheirTurnHoweverLongASequenceIs() {
    try (Billing billing = new Billing(database(), id -> {})) {
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
    try (Billing billing = new Billing(database(), id -> {})) {
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
  default void goesOnWithALongSequenceWithoutWaitingForTheNextLook() {
    try (Billing billing = new Billing(database(), id -> {})) {
      billing.parkedEvents.keepInLine(
          QUEUE, IntStream.rangeClosed(1, 250).mapToObj(i -> event("long", i)).toList());

      billing.drain(
          Billing.settings()
              .pollInterval(Duration.ofHours(1))
              .lease(Duration.ofHours(2))
              .build(),
          database().dataSource(),
          new RecordedOutcomes());

      await().until(billing::holdsNothing);
      assertThat(billing.effects()).containsExactlyElementsOf(ids("long", 250));
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
    try (Billing billing = new Billing(database(), slow)) {
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
}
