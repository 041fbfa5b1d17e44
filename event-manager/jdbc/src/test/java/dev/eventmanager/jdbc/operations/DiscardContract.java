package dev.eventmanager.jdbc.operations;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.operations.ItemState.DISCARDED;
import static dev.eventmanager.jdbc.operations.ItemState.SELECTED;
import static dev.eventmanager.jdbc.operations.OperationsFixture.QUEUE;
import static dev.eventmanager.jdbc.operations.OperationsFixture.discard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.operations.Operation.State;
import dev.eventmanager.jdbc.operations.Selection.OneEvent;
import dev.eventmanager.jdbc.operations.Selection.OneKey;
import dev.eventmanager.jdbc.parking.SequenceState;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a discard promises on every database. */
interface DiscardContract {

  TestDatabase database();

  private OperationsFixture fixture() {
    return new OperationsFixture(database());
  }

  @Test
  default void letsAKeyGoOnWhenItsHeadIsDiscarded() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    long next = fixture.waiting("a", 2);

    Operation operation = fixture.confirmed(discard(new OneEvent(head)));

    assertThat(operation.state()).isEqualTo(State.DONE);
    assertThat(operation.following()).isEqualTo(1);
    assertThat(fixture.row(next).state()).isEqualTo(SequenceState.RETRYING);
    assertThat(fixture.row(next).head()).isTrue();
    assertThat(database()
            .rows("event_manager_sequence where next_attempt_at <= current_timestamp"
                + " and failures = 0"))
        .isEqualTo(1);
  }

  @Test
  default void keepsWhatWasDiscardedWhole() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);

    Operation operation = fixture.confirmed(discard(new OneEvent(head)));

    DiscardedEvent kept =
        new DiscardedEvents(database().dataSource()).find(head).orElseThrow();
    assertThat(kept.event()).isEqualTo(event("a", 1));
    assertThat(kept.operationId()).isEqualTo(operation.id());
    assertThat(kept.failure().orElseThrow().message()).contains("no ledger");
    assertThat(kept.stack().orElseThrow()).contains("no ledger");
    assertThat(operation.reason()).contains("a test");
  }

  @Test
  default void freesAKeyWhenAllOfItIsDiscarded() {
    OperationsFixture fixture = fixture();
    fixture.parked("a", 1);
    fixture.waiting("a", 2);
    fixture.parked("b", 1);

    Operation operation = fixture.confirmed(discard(new OneKey(QUEUE, "a")));

    assertThat(operation.progress()).isEqualTo(Map.of(DISCARDED, 2L));
    assertThat(fixture.parkedIds()).containsExactly("b/1");
    assertThat(fixture.parkedEvents.parkBehind(QUEUE, event("a", 3))).isFalse();
  }

  @Test
  default void leavesAKeyParkedWhenOneThatWaitsIsDiscarded() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    long second = fixture.waiting("a", 2);
    fixture.waiting("a", 3);

    Operation operation = fixture.confirmed(discard(new OneEvent(second)));

    assertThat(operation.following()).isZero();
    assertThat(fixture.parkedIds()).containsExactly("a/1", "a/3");
    assertThat(fixture.row(head).state()).isEqualTo(SequenceState.PARKED);
  }

  @Test
  default void discardsWhatIsStillTriedByItself() {
    OperationsFixture fixture = fixture();
    fixture.retrying("a", 1);

    assertThat(fixture.confirmed(discard(new OneKey(QUEUE, "a"))).progress())
        .isEqualTo(Map.of(DISCARDED, 1L));
    assertThat(database().rows("event_manager_sequence")).isZero();
  }

  @Test
  default void findsTheKeyOfAStranger() {
    OperationsFixture fixture = fixture();
    String key = "k\0" + "long".repeat(50_000);
    fixture.parked(key, 1);

    assertThat(fixture.previewed(discard(new OneKey(QUEUE, key))).events()).isEqualTo(1);
  }

  /** Else it would go on with one that is still to be discarded. */
  @Test
  default void discardsTheHeadOfALongKeyLast() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    IntStream.rangeClosed(2, 250).forEach(i -> fixture.waiting("a", i));

    Operation operation = fixture.confirmed(discard(new OneKey(QUEUE, "a")));

    assertThat(operation.progress()).containsKey(SELECTED);
    assertThat(fixture.row(head).state()).isEqualTo(SequenceState.PARKED);
    fixture.runner.run();
    assertThat(fixture.operations.find(operation.id()).orElseThrow().progress())
        .isEqualTo(Map.of(DISCARDED, 250L));
    assertThat(database().rows("event_manager_sequence")).isZero();
  }
}
