package dev.eventmanager.jdbc.parking;

import static dev.eventmanager.jdbc.Events.TIME;
import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.fullEvent;
import static dev.eventmanager.jdbc.parking.Parking.QUEUE;
import static dev.eventmanager.jdbc.parking.Parking.failed;
import static dev.eventmanager.jdbc.parking.Parking.parked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What parking promises on every database. */
interface ParkedEventsContract {

  TestDatabase database();

  private JdbcParkedEvents parkedEvents() {
    return Parking.on(database());
  }

  private ParkedReader reader() {
    return new ParkedReader(database().dataSource());
  }

  private List<ParkedRow> parkedRows() {
    return reader().list(ParkedFilter.ofQueue(QUEUE), 0, 10);
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
        .contains("at " + Parking.class.getName());
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
  default void keepsALineInItsOrderBehindWhatIsThereOfItsKey() {
    parkedEvents().keepInLine(QUEUE, List.of(event("a", 1), event("a", 2)));
    parkedEvents().keepInLine(QUEUE, List.of(event("a", 3), event("a", 4)));

    assertThat(parkedRows())
        .extracting(row -> row.metadata().id(), ParkedRow::head, ParkedRow::state)
        .containsExactly(
            tuple("a/1", true, SequenceState.RETRYING),
            tuple("a/2", false, SequenceState.RETRYING),
            tuple("a/3", false, SequenceState.RETRYING),
            tuple("a/4", false, SequenceState.RETRYING));
  }

  @Test
  default void keepsEachEventOfALineOnceForAQueue() {
    parkedEvents().keepInLine(QUEUE, List.of(event("a", 1), event("a", 2)));
    parkedEvents().keepInLine(QUEUE, List.of(event("a", 1), event("a", 2), event("a", 3)));

    assertThat(parkedRows())
        .extracting(row -> row.metadata().id())
        .containsExactly("a/1", "a/2", "a/3");
  }

  @Test
  default void leavesNoSequenceBehindForAnEventThatIsInAnother() {
    parkedEvents().park(parked(event("a", 1), ParkReason.MALFORMED, null));
    parkedEvents().park(failed(event("a", 1)));

    assertThat(parkedEvents().count(QUEUE)).isEqualTo(1);
    assertThat(parkedEvents().parkBehind(QUEUE, event("a", 2))).isFalse();
  }

  @Test
  default void keepsBothOfTwoEventsWithOneId() {
    EncodedEvent other = new EncodedEvent(event("a", 1).metadata(), new byte[] {'7'});

    parkedEvents().park(failed(event("a", 1)));
    parkedEvents().park(parked(other, ParkReason.ID_CONFLICT, new IllegalStateException()));
    parkedEvents().park(parked(other, ParkReason.ID_CONFLICT, new IllegalStateException()));

    assertThat(parkedEvents().count(QUEUE)).isEqualTo(2);
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
