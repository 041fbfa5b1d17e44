package dev.eventmanager.jdbc.operations;

import static dev.eventmanager.jdbc.operations.ItemState.GONE;
import static dev.eventmanager.jdbc.operations.ItemState.SUCCEEDED;
import static dev.eventmanager.jdbc.operations.OperationsFixture.ADA;
import static dev.eventmanager.jdbc.operations.OperationsFixture.QUEUE;
import static dev.eventmanager.jdbc.operations.OperationsFixture.discard;
import static dev.eventmanager.jdbc.operations.OperationsFixture.replay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.operations.Operation.State;
import dev.eventmanager.jdbc.operations.Selection.OneEvent;
import dev.eventmanager.jdbc.operations.Selection.OneKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operation leaves alone because it changed after the preview. */
interface GoneEventsContract {

  TestDatabase database();

  private OperationsFixture fixture() {
    return new OperationsFixture(database());
  }

  @Test
  default void leavesAloneWhatWasHandledMeanwhile() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    Operation operation = fixture.previewed(replay(new OneEvent(head)));
    fixture.succeed(head);

    assertThat(goneBecause(fixture, operation)).containsExactly(GoneReason.NOT_PARKED);
  }

  @Test
  default void leavesAloneWhatFailedOnceMoreMeanwhile() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    Operation operation = fixture.previewed(discard(new OneEvent(head)));
    fixture.failAgain(head);

    assertThat(goneBecause(fixture, operation)).containsExactly(GoneReason.FAILED_SINCE);
    assertThat(fixture.parkedIds()).containsExactly("a/1");
  }

  @Test
  default void leavesAloneWhatAnotherOperationBringsBack() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    Operation second = fixture.previewed(discard(new OneEvent(head)));
    Operation first = fixture.confirmedReplay(head);

    assertThat(goneBecause(fixture, second)).containsExactly(GoneReason.BEING_TRIED);
    fixture.succeed(head);
    assertThat(fixture.operations.find(first.id()).orElseThrow().progress())
        .isEqualTo(Map.of(SUCCEEDED, 1L));
  }

  @Test
  default void leavesAloneWhatIsInAHandlerAtThisMoment() {
    OperationsFixture fixture = fixture();
    fixture.retrying("a", 1);
    Operation operation = fixture.previewed(discard(new OneKey(QUEUE, "a")));
    fixture.lease();

    assertThat(goneBecause(fixture, operation)).containsExactly(GoneReason.BEING_TRIED);
    assertThat(fixture.parkedIds()).containsExactly("a/1");
  }

  private static List<GoneReason> goneBecause(OperationsFixture fixture, Operation operation) {
    Operation confirmed = fixture.operations.confirm(operation.id(), ADA).orElseThrow();
    assertThat(confirmed.progress()).isEqualTo(Map.of(GONE, 1L));
    assertThat(confirmed.state()).isEqualTo(State.DONE);
    return fixture.items(confirmed).stream()
        .map(item -> item.goneBecause().orElseThrow())
        .toList();
  }
}
