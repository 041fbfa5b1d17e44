package dev.eventmanager.jdbc.parking;

import static dev.eventmanager.jdbc.Events.TIME;
import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.parking.Parking.QUEUE;
import static dev.eventmanager.jdbc.parking.Parking.failed;
import static dev.eventmanager.jdbc.parking.Parking.parked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.eventmanager.ParkReason;
import dev.eventmanager.jdbc.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is found of the parked events, on every database. */
interface ParkedReaderContract {

  TestDatabase database();

  private JdbcParkedEvents parkedEvents() {
    return Parking.on(database());
  }

  private ParkedReader reader() {
    return new ParkedReader(database().dataSource());
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
}
