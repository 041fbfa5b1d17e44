package dev.eventmanager.jdbc.operations;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.operations.ItemState.FAILED_AGAIN;
import static dev.eventmanager.jdbc.operations.ItemState.REQUESTED;
import static dev.eventmanager.jdbc.operations.ItemState.SELECTED;
import static dev.eventmanager.jdbc.operations.ItemState.SUCCEEDED;
import static dev.eventmanager.jdbc.operations.OperationsFixture.QUEUE;
import static dev.eventmanager.jdbc.operations.OperationsFixture.replay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.ParkReason;
import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.operations.Operation.State;
import dev.eventmanager.jdbc.operations.PreviewOutcome.BeingTried;
import dev.eventmanager.jdbc.operations.PreviewOutcome.NothingSelected;
import dev.eventmanager.jdbc.operations.PreviewOutcome.WaitsBehind;
import dev.eventmanager.jdbc.operations.Selection.FailureGroup;
import dev.eventmanager.jdbc.operations.Selection.OneEvent;
import dev.eventmanager.jdbc.operations.Selection.OneKey;
import dev.eventmanager.jdbc.operations.Selection.WholeQueue;
import dev.eventmanager.jdbc.parking.SequenceState;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a replay promises on every database. */
interface ReplayContract {

  FailureGroup NO_LEDGER = new FailureGroup(
      QUEUE, "java.lang.IllegalStateException", Optional.of("shop.Billing.settle:42"));

  TestDatabase database();

  private OperationsFixture fixture() {
    return new OperationsFixture(database());
  }

  @Test
  default void releasesTheHeadOfAKeyToBeHandledAgain() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    long other = fixture.parked("b", 1);

    Operation operation = fixture.confirmedReplay(head);

    assertThat(operation.state()).isEqualTo(State.UNDER_WAY);
    assertThat(operation.progress()).isEqualTo(Map.of(REQUESTED, 1L));
    assertThat(fixture.row(head).state()).isEqualTo(SequenceState.REPLAYING);
    assertThat(fixture.row(other).state()).isEqualTo(SequenceState.PARKED);
    assertThat(fixture.releases).hasPositiveValue();
  }

  @Test
  default void tellsThatAReplayedEventWasHandled() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    Operation operation = fixture.confirmedReplay(head);

    fixture.succeed(head);

    Operation settled = fixture.operations.find(operation.id()).orElseThrow();
    assertThat(settled.state()).isEqualTo(State.DONE);
    assertThat(settled.progress()).isEqualTo(Map.of(SUCCEEDED, 1L));
    assertThat(fixture.items(operation).get(0).settledAt()).isPresent();
  }

  @Test
  default void tellsThatAReplayedEventFailedAgain() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    Operation operation = fixture.confirmedReplay(head);

    fixture.failAgain(head);

    Operation settled = fixture.operations.find(operation.id()).orElseThrow();
    assertThat(settled.state()).isEqualTo(State.DONE);
    assertThat(settled.progress()).isEqualTo(Map.of(FAILED_AGAIN, 1L));
  }

  @Test
  default void replaysTheHeadsOfAGroupAndLetsTheOthersFollow() {
    OperationsFixture fixture = fixture();
    fixture.parked("a", 1);
    fixture.parked("b", 1);
    fixture.waiting("b", 2);
    fixture.waiting("b", 3);

    Operation operation = fixture.confirmed(replay(NO_LEDGER));

    assertThat(fixture.items(operation))
        .extracting(OperationItem::eventId)
        .containsExactly("a/1", "b/1");
    assertThat(operation.following()).isEqualTo(2);
    assertThat(operation.selection()).isEqualTo(NO_LEDGER);
  }

  @Test
  default void tellsGroupsApartByWhereTheyFailed() {
    OperationsFixture fixture = fixture();
    fixture.parked("a", 1);
    FailureGroup elsewhere =
        new FailureGroup(QUEUE, NO_LEDGER.errorClass(), Optional.of("shop.Billing.refund:7"));
    FailureGroup nowhere = new FailureGroup(QUEUE, NO_LEDGER.errorClass(), Optional.empty());

    assertThat(fixture.operations.preview(replay(elsewhere))).isEqualTo(new NothingSelected());
    assertThat(fixture.operations.preview(replay(nowhere))).isEqualTo(new NothingSelected());
  }

  @Test
  default void refusesToReplayOneThatWaitsAndNamesItsHead() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    long second = fixture.waiting("a", 2);

    assertThat(fixture.operations.preview(replay(new OneEvent(second))))
        .isEqualTo(new WaitsBehind(second, head, "a/1"));
  }

  @Test
  default void leavesWhatIsStillTriedByItselfToItsRetries() {
    OperationsFixture fixture = fixture();
    long retrying = fixture.retrying("a", 1);

    assertThat(fixture.operations.preview(replay(new OneEvent(retrying))))
        .isEqualTo(new BeingTried(retrying, SequenceState.RETRYING));
    assertThat(fixture.operations.preview(replay(new WholeQueue(QUEUE))))
        .isEqualTo(new NothingSelected());
  }

  @Test
  default void tellsHowManyTheirKeysHaveGonePast() {
    OperationsFixture fixture = fixture();
    long unknown = fixture.parked(event("a", 1), ParkReason.UNKNOWN_VERSION);
    fixture.parked("a", 2);

    assertThat(fixture.previewed(replay(new OneKey(QUEUE, "a"))).overtaken()).isEqualTo(1);
    Operation operation = fixture.confirmedReplay(unknown);
    assertThat(operation.overtaken()).isEqualTo(1);
    assertThat(operation.progress()).isEqualTo(Map.of(REQUESTED, 1L));
  }

  @Test
  default void carriesALargeOperationToItsEnd() {
    OperationsFixture fixture = fixture();
    IntStream.rangeClosed(1, 250).forEach(i -> fixture.parked("key-" + i, 1));
    Operation operation = fixture.confirmed(replay(new WholeQueue(QUEUE)));
    assertThat(operation.progress()).containsOnlyKeys(SELECTED, REQUESTED);

    fixture.runner.run();

    assertThat(fixture.operations.find(operation.id()).orElseThrow().progress())
        .isEqualTo(Map.of(REQUESTED, 250L));
    assertThat(fixture.rows()).allMatch(row -> row.state() == SequenceState.REPLAYING);
  }
}
