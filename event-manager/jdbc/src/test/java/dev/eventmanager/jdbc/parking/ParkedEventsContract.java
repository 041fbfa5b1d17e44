package dev.eventmanager.jdbc.parking;

import static dev.eventmanager.jdbc.Events.TIME;
import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.fullEvent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What parking promises on every database. */
interface ParkedEventsContract {

  String QUEUE = "billing_order";

  TestDatabase database();

  private JdbcParkedEvents parkedEvents() {
    return new JdbcParkedEvents(database().dataSource(), Clock.fixed(TIME, ZoneOffset.UTC));
  }

  private ParkedReader reader() {
    return new ParkedReader(database().dataSource());
  }

  private List<ParkedRow> parkedRows() {
    return reader().list(ParkedFilter.ofQueue(QUEUE), 0, 10);
  }

  private static ParkedEvent parked(
      EncodedEvent event, ParkReason reason, @Nullable Throwable failure) {
    return new ParkedEvent(
        QUEUE, event, reason, 4, Optional.ofNullable(failure), TIME, TIME.plusSeconds(9));
  }

  private static ParkedEvent failed(EncodedEvent event) {
    return parked(event, ParkReason.HANDLER_FAILED, new IllegalStateException("no ledger"));
  }

  @Test
  default void keepsAllThatIsKnownOfAFailure() {
    parkedEvents().park(failed(fullEvent()));

    List<ParkedRow> rows = parkedRows();
    assertThat(rows).hasSize(1);
    ParkedRow row = rows.get(0);
    assertThat(row.metadata()).isEqualTo(fullEvent().metadata());
    assertThat(row.state()).isEqualTo(SequenceState.PARKED);
    assertThat(row.head()).isTrue();
    assertThat(row.reason()).isEqualTo(ParkReason.HANDLER_FAILED);
    assertThat(row.attempts()).isEqualTo(4);
    assertThat(row.firstFailedAt()).isEqualTo(TIME);
    assertThat(row.lastFailedAt()).isEqualTo(TIME.plusSeconds(9));
    assertThat(row.failure()).isPresent();
    assertThat(row.failure().get().errorClass()).isEqualTo("java.lang.IllegalStateException");
    assertThat(row.failure().get().message()).contains("no ledger");
    ParkedDetails details = reader().find(row.id()).orElseThrow();
    assertThat(details.row()).isEqualTo(row);
    assertThat(details.event()).isEqualTo(fullEvent());
    assertThat(details.stack().orElseThrow())
        .startsWith("java.lang.IllegalStateException: no ledger")
        .contains("at " + ParkedEventsContract.class.getName());
  }

  @Test
  default void keepsAKeysEventsInOrderBehindTheOneThatFailed() {
    parkedEvents().park(failed(event("a", 1)));
    parkedEvents().park(failed(event("b", 1)));
    parkedEvents().parkBehind(QUEUE, event("a", 2));

    assertThat(parkedRows())
        .extracting(row -> row.metadata().id(), ParkedRow::head)
        .containsExactly(tuple("a/1", true), tuple("b/1", true), tuple("a/2", false));
    assertThat(parkedRows().get(2).failure()).isEmpty();
  }

  @Test
  default void pagesThroughAQueue() {
    for (int i = 1; i <= 5; i++) {
      parkedEvents().park(failed(event("a", i)));
    }

    List<ParkedRow> first = reader().list(ParkedFilter.ofQueue(QUEUE), 0, 3);
    List<ParkedRow> second = reader().list(ParkedFilter.all(), first.get(2).id(), 3);

    assertThat(first).hasSize(3);
    assertThat(second).extracting(row -> row.metadata().id()).containsExactly("a/4", "a/5");
  }

  @Test
  default void holdsAKeyOnTheQueueWhereItFailedAlone() {
    parkedEvents().park(failed(event("a", 1)));

    assertThat(parkedEvents().parkBehind(QUEUE, event("a", 2))).isTrue();
    assertThat(parkedEvents().parkBehind(QUEUE, event("b", 1))).isFalse();
    assertThat(parkedEvents().parkBehind("logistic_order", event("a", 1))).isFalse();
    assertThat(parkedEvents().count(QUEUE)).isEqualTo(2);
    assertThat(parkedEvents().count("logistic_order")).isZero();
  }

  @Test
  default void doesNotHoldTheKeyOfAnEventThatNobodyCouldRead() {
    parkedEvents()
        .park(parked(event("a", 1), ParkReason.MALFORMED, new IllegalArgumentException("no JSON")));

    assertThat(parkedEvents().parkBehind(QUEUE, event("a", 2))).isFalse();
  }

  @Test
  default void groupsWhatFailedAlike() {
    Throwable noLedger = new IllegalStateException("no ledger");
    parkedEvents().park(parked(event("a", 1), ParkReason.HANDLER_FAILED, noLedger));
    parkedEvents().park(parked(event("b", 1), ParkReason.HANDLER_FAILED, noLedger));
    parkedEvents().parkBehind(QUEUE, event("b", 2));
    parkedEvents()
        .park(parked(event("c", 1), ParkReason.MALFORMED, new IllegalArgumentException("no JSON")));

    List<ParkedGroup> groups = reader().groups(Optional.of(QUEUE));

    assertThat(groups)
        .extracting(ParkedGroup::errorClass, ParkedGroup::count)
        .containsExactly(
            tuple("java.lang.IllegalStateException", 2L),
            tuple("java.lang.IllegalArgumentException", 1L));
    assertThat(groups.get(0).oldest()).isEqualTo(TIME);
    assertThat(groups.get(0).newest()).isEqualTo(TIME.plusSeconds(9));
    assertThat(reader().groups(Optional.of("logistic_order"))).isEmpty();
  }

  @Test
  default void findsWhatFailedInOneWay() {
    parkedEvents().park(failed(event("a", 1)));
    parkedEvents().parkBehind(QUEUE, event("a", 2));
    parkedEvents()
        .park(parked(event("b", 1), ParkReason.MALFORMED, new IllegalArgumentException("no JSON")));

    ParkedFilter noLedger = new ParkedFilter(
        Optional.of(QUEUE),
        Optional.of(SequenceState.PARKED),
        Optional.empty(),
        Optional.of("java.lang.IllegalStateException"),
        Optional.empty());

    assertThat(reader().list(noLedger, 0, 10))
        .extracting(row -> row.metadata().id())
        .containsExactly("a/1");
  }

  @Test
  default void findsWhatBelongsToAKeyAndWhereItStands() {
    parkedEvents().park(failed(event("a", 1)));
    parkedEvents().park(failed(event("b", 1)));
    parkedEvents().parkBehind(QUEUE, event("a", 2));
    parkedEvents().parkBehind(QUEUE, event("a", 3));

    ParkedFilter ofKey = new ParkedFilter(
        Optional.empty(), Optional.empty(), Optional.of("a"), Optional.empty(), Optional.empty());
    List<ParkedRow> rows = reader().list(ofKey, 0, 10);

    assertThat(rows).extracting(row -> row.metadata().id()).containsExactly("a/1", "a/2", "a/3");
    assertThat(reader().position(rows.get(1)))
        .isEqualTo(new ParkedPosition(1, 1, Optional.empty()));
  }

  @Test
  default void keepsTheKeyOfAnEventThatIsTriedAgainLater() {
    assertThat(parkedEvents().retryLater(failed(event("a", 1)), Duration.ofHours(1)))
        .isTrue();

    assertThat(parkedEvents().parkBehind(QUEUE, event("a", 2))).isTrue();
    assertThat(parkedRows())
        .extracting(row -> row.metadata().id(), ParkedRow::state)
        .containsExactly(
            tuple("a/1", SequenceState.RETRYING), tuple("a/2", SequenceState.RETRYING));
  }

  @Test
  default void keepsBothEventsThatCameUnderOneId() {
    EncodedEvent event = event("a", 1);
    EncodedEvent other = new EncodedEvent(event.metadata(), "{}".getBytes(UTF_8));

    parkedEvents().park(failed(event));
    parkedEvents().park(parked(other, ParkReason.ID_CONFLICT, new IllegalStateException("twice")));

    assertThat(parkedEvents().count(QUEUE)).isEqualTo(2);
  }

  @Test
  default void leavesNoSequenceBehindForAnEventThatIsInAnother() {
    parkedEvents().park(parked(event("a", 1), ParkReason.MALFORMED, null));
    parkedEvents().park(failed(event("a", 1)));

    assertThat(parkedEvents().count(QUEUE)).isEqualTo(1);
    assertThat(parkedEvents().parkBehind(QUEUE, event("a", 2))).isFalse();
  }

  @Test
  default void doesNotSetAsideWhatAnotherInstanceHasHandled() {
    database().transaction().executeWithoutResult(status -> handled(event("a", 1)));

    parkedEvents().park(failed(event("a", 1)));
    parkedEvents().retryLater(failed(event("a", 1)), Duration.ZERO);

    assertThat(parkedEvents().count(QUEUE)).isZero();
    assertThat(parkedEvents().parkBehind(QUEUE, event("a", 2))).isFalse();
  }

  @Test
  default void waitsForAnotherInstanceThatHandlesTheSameEvent() throws Exception {
    CountDownLatch inHandler = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    CompletableFuture<Void> handling =
        CompletableFuture.runAsync(() -> database().transaction().executeWithoutResult(status -> {
          handled(event("a", 1));
          inHandler.countDown();
          await(proceed);
        }));
    inHandler.await();
    CompletableFuture<Void> parking =
        CompletableFuture.runAsync(() -> parkedEvents().park(failed(event("a", 1))));

    proceed.countDown();

    CompletableFuture.allOf(handling, parking).join();
    assertThat(parkedEvents().count(QUEUE)).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupt) {
      throw new IllegalStateException(interrupt);
    }
  }

  @Test
  default void doesNotWaitForTheTransactionOfAStuckHandler() {
    database().transaction().executeWithoutResult(stuck -> {
      handled(event("a", 1));

      CompletableFuture.runAsync(() -> parkedEvents()
              .park(parked(event("a", 1), ParkReason.HANDLER_STUCK, new IllegalStateException())))
          .join();
    });

    assertThat(parkedEvents().count(QUEUE)).isEqualTo(1);
  }

  @Test
  default void keepsAnEventThoughAnotherOneWasHandledUnderItsId() {
    EncodedEvent other = new EncodedEvent(event("a", 1).metadata(), new byte[] {'7'});
    handled(other);

    parkedEvents().park(failed(event("a", 1)));

    assertThat(parkedEvents().count(QUEUE)).isEqualTo(1);
    assertThat(database().rows("event_manager_inbox")).isEqualTo(1);
  }

  @Test
  default void keepsBothOfTwoEventsWithOneId() {
    EncodedEvent other = new EncodedEvent(event("a", 1).metadata(), new byte[] {'7'});

    parkedEvents().park(failed(event("a", 1)));
    parkedEvents().park(parked(other, ParkReason.ID_CONFLICT, new IllegalStateException()));
    parkedEvents().park(parked(other, ParkReason.ID_CONFLICT, new IllegalStateException()));

    assertThat(parkedEvents().count(QUEUE)).isEqualTo(2);
  }

  private void handled(EncodedEvent event) {
    database()
        .jdbc()
        .sql("""
            insert into event_manager_inbox (queue, event_id, fingerprint, handled_at)
            values (?, ?, ?, current_timestamp)
            """)
        .param(QUEUE)
        .param(event.metadata().id())
        .param(EventColumns.fingerprint(event))
        .update();
  }

  @Test
  default void leavesTheInboxFreeForTheNextAttempt() {
    parkedEvents().park(failed(event("a", 1)));

    assertThat(database().rows("event_manager_inbox")).isZero();
  }

  @Test
  default void parksAnEventOnceForAQueue() {
    parkedEvents().park(failed(event("a", 1)));
    parkedEvents().park(failed(event("a", 1)));

    assertThat(parkedEvents().count(QUEUE)).isEqualTo(1);
  }

  @Test
  default void staysParkedWhenTheSurroundingTransactionRollsBack() {
    database().transaction().executeWithoutResult(status -> {
      parkedEvents().park(failed(event("a", 1)));
      status.setRollbackOnly();
    });

    assertThat(parkedEvents().count(QUEUE)).isEqualTo(1);
  }

  @Test
  default void takesWhateverAStrangerSends() {
    EncodedEvent strange = event("k\0\uD800".repeat(50_000), 1);
    EncodedEvent stranger =
        strange.withMetadata(strange.metadata().toBuilder().time(Instant.MAX).build());
    Throwable endless = new IllegalStateException("m\0".repeat(50_000));

    parkedEvents().park(parked(stranger, ParkReason.HANDLER_FAILED, endless));
    parkedEvents().park(parked(stranger, ParkReason.HANDLER_FAILED, endless));

    assertThat(parkedEvents().count(QUEUE)).isEqualTo(1);
    assertThat(parkedEvents().parkBehind(QUEUE, stranger)).isTrue();
  }
}
