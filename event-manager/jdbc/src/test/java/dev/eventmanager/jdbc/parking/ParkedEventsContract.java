package dev.eventmanager.jdbc.parking;

import static dev.eventmanager.jdbc.Events.TIME;
import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.Events.fullEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.jdbc.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What parking promises on every database. */
interface ParkedEventsContract {

  String QUEUE = "billing_order";

  TestDatabase database();

  private JdbcParkedEvents parkedEvents() {
    return new JdbcParkedEvents(database().dataSource());
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

    List<ParkedRow> rows = parkedEvents().list(QUEUE, 0, 10);
    assertThat(rows).hasSize(1);
    ParkedRow row = rows.get(0);
    assertThat(row.event()).isEqualTo(fullEvent());
    assertThat(row.reason()).isEqualTo(ParkReason.HANDLER_FAILED);
    assertThat(row.attempts()).isEqualTo(4);
    assertThat(row.firstFailedAt()).isEqualTo(TIME);
    assertThat(row.lastFailedAt()).isEqualTo(TIME.plusSeconds(9));
    assertThat(row.failure()).isPresent();
    assertThat(row.failure().get().errorClass()).isEqualTo("java.lang.IllegalStateException");
    assertThat(row.failure().get().message()).contains("no ledger");
    assertThat(parkedEvents().find(row.id())).contains(row);
  }

  @Test
  default void keepsAKeysEventsInOrderBehindTheOneThatFailed() {
    parkedEvents().park(failed(event("a", 1)));
    parkedEvents().park(failed(event("b", 1)));
    parkedEvents().park(parked(event("a", 2), ParkReason.BEHIND_PARKED, null));

    assertThat(parkedEvents().list(QUEUE, 0, 10))
        .extracting(row -> row.event().metadata().id())
        .containsExactly("a/1", "b/1", "a/2");
    assertThat(parkedEvents().list(QUEUE, 0, 10).get(2).failure()).isEmpty();
  }

  @Test
  default void pagesThroughAQueue() {
    for (int i = 1; i <= 5; i++) {
      parkedEvents().park(failed(event("a", i)));
    }

    List<ParkedRow> first = parkedEvents().list(QUEUE, 0, 3);
    List<ParkedRow> second = parkedEvents().list(QUEUE, first.get(2).id(), 3);

    assertThat(first).hasSize(3);
    assertThat(second).extracting(row -> row.event().metadata().id()).containsExactly("a/4", "a/5");
  }

  @Test
  default void holdsAKeyOnTheQueueWhereItFailedAlone() {
    parkedEvents().park(failed(event("a", 1)));

    assertThat(parkedEvents().holds(QUEUE, "a")).isTrue();
    assertThat(parkedEvents().holds(QUEUE, "b")).isFalse();
    assertThat(parkedEvents().holds("logistic_order", "a")).isFalse();
    assertThat(parkedEvents().count(QUEUE)).isEqualTo(1);
    assertThat(parkedEvents().count("logistic_order")).isZero();
  }

  @Test
  default void doesNotHoldTheKeyOfAnEventThatNobodyCouldRead() {
    parkedEvents()
        .park(parked(event("a", 1), ParkReason.MALFORMED, new IllegalArgumentException("no JSON")));

    assertThat(parkedEvents().holds(QUEUE, "a")).isFalse();
  }

  @Test
  default void tellsKeysOfOneHashApart() {
    parkedEvents().park(failed(event("Aa", 1)));

    assertThat("Aa").hasSameHashCodeAs("BB");
    assertThat(parkedEvents().holds(QUEUE, "BB")).isFalse();
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
    assertThat(parkedEvents().holds(QUEUE, strange.metadata().orderingKey())).isTrue();
  }
}
