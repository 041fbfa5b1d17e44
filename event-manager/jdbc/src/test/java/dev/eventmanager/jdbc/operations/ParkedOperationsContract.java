package dev.eventmanager.jdbc.operations;

import static dev.eventmanager.jdbc.operations.ItemState.DISCARDED;
import static dev.eventmanager.jdbc.operations.ItemState.SELECTED;
import static dev.eventmanager.jdbc.operations.OperationsFixture.ADA;
import static dev.eventmanager.jdbc.operations.OperationsFixture.QUEUE;
import static dev.eventmanager.jdbc.operations.OperationsFixture.discard;
import static dev.eventmanager.jdbc.operations.OperationsFixture.replay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.operations.Operation.State;
import dev.eventmanager.jdbc.operations.PreviewOutcome.BeingTried;
import dev.eventmanager.jdbc.operations.PreviewOutcome.NothingSelected;
import dev.eventmanager.jdbc.operations.PreviewOutcome.UnknownEvent;
import dev.eventmanager.jdbc.operations.Selection.OneEvent;
import dev.eventmanager.jdbc.operations.Selection.OneKey;
import dev.eventmanager.jdbc.operations.Selection.WholeQueue;
import dev.eventmanager.jdbc.parking.SequenceState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What previews, confirmations and their record promise on every database. */
interface ParkedOperationsContract {

  TestDatabase database();

  private OperationsFixture fixture() {
    return new OperationsFixture(database());
  }

  @Test
  default void doesNothingBeforeItIsConfirmed() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    fixture.waiting("a", 2);

    Operation operation = fixture.previewed(replay(new OneEvent(head)));

    assertThat(operation.state()).isEqualTo(State.PREVIEWED);
    assertThat(operation.events()).isEqualTo(1);
    assertThat(operation.following()).isEqualTo(1);
    assertThat(operation.previewedBy()).isEqualTo(ADA);
    assertThat(operation.progress()).isEqualTo(Map.of(SELECTED, 1L));
    assertThat(fixture.row(head).state()).isEqualTo(SequenceState.PARKED);
    assertThat(fixture.operations.find(operation.id())).contains(operation);
  }

  @Test
  default void actsOnWhatWasPreviewedAndNoMore() {
    OperationsFixture fixture = fixture();
    fixture.parked("a", 1);
    Operation operation = fixture.previewed(discard(new WholeQueue(QUEUE)));
    fixture.waiting("a", 2);
    fixture.parked("b", 1);

    Operation confirmed = fixture.operations.confirm(operation.id(), ADA).orElseThrow();

    assertThat(confirmed.progress()).isEqualTo(Map.of(DISCARDED, 1L));
    assertThat(fixture.parkedIds()).containsExactly("a/2", "b/1");
  }

  @Test
  default void doesNothingWhenItIsConfirmedOnceMore() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    Operation operation = fixture.confirmedReplay(head);
    fixture.failAgain(head);
    Operation settled = fixture.operations.find(operation.id()).orElseThrow();

    assertThat(fixture.operations.confirm(operation.id(), "bob")).contains(settled);
    assertThat(fixture.row(head).state()).isEqualTo(SequenceState.PARKED);
  }

  @Test
  default void actsOnceWhenTwoConfirmAtOnce() {
    OperationsFixture fixture = fixture();
    IntStream.rangeClosed(1, 50).forEach(i -> fixture.parked("key-" + i, 1));
    Operation operation = fixture.previewed(discard(new WholeQueue(QUEUE)));

    List<CompletableFuture<Optional<Operation>>> both = List.of(
        CompletableFuture.supplyAsync(() -> fixture.operations.confirm(operation.id(), ADA)),
        CompletableFuture.supplyAsync(() -> fixture.operations.confirm(operation.id(), "bob")));

    assertThat(both)
        .extracting(each -> each.join().orElseThrow().confirmation())
        .containsOnly(fixture.operations.find(operation.id()).orElseThrow().confirmation());
    assertThat(database().rows("event_manager_discarded")).isEqualTo(50);
    assertThat(fixture.rows()).isEmpty();
  }

  @Test
  default void leavesToAnotherOperationWhatItBringsBack() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    fixture.confirmedReplay(head);

    assertThat(fixture.operations.preview(discard(new OneEvent(head))))
        .isEqualTo(new BeingTried(head, SequenceState.REPLAYING));
  }

  @Test
  default void recordsNothingOfAnEmptySelection() {
    OperationsFixture fixture = fixture();
    fixture.parked("a", 1);

    assertThat(fixture.operations.preview(replay(new OneEvent(-1))))
        .isEqualTo(new UnknownEvent(-1));
    assertThat(fixture.operations.preview(replay(new OneKey(QUEUE, "b"))))
        .isEqualTo(new NothingSelected());
    assertThat(fixture.operations.preview(replay(new WholeQueue("logistic_order"))))
        .isEqualTo(new NothingSelected());
    assertThat(fixture.operations.list(Optional.empty(), 10)).isEmpty();
  }

  @Test
  default void knowsNoOperationOfAnotherId() {
    assertThat(fixture().operations.confirm("nobody's", ADA)).isEmpty();
    assertThat(fixture().operations.find("nobody's")).isEmpty();
  }

  @Test
  default void forgetsAPreviewThatNobodyConfirmedInTime() {
    OperationsFixture fixture = fixture();
    long head = fixture.parked("a", 1);
    Operation operation = fixture.previewed(discard(new OneEvent(head)));

    fixture.expire(operation);

    assertThat(fixture.operations.confirm(operation.id(), ADA)).isEmpty();
    assertThat(fixture.operations.list(Optional.empty(), 10)).isEmpty();
    assertThat(fixture.parkedIds()).containsExactly("a/1");
    fixture.runner.run();
    assertThat(database().rows("event_manager_operation")).isZero();
    assertThat(database().rows("event_manager_operation_item")).isZero();
  }

  @Test
  default void keepsAConfirmedOperationOnRecord() {
    OperationsFixture fixture = fixture();
    Operation operation = fixture.confirmed(discard(new OneEvent(fixture.parked("a", 1))));

    fixture.expire(operation);
    fixture.runner.run();

    assertThat(fixture.operations.list(Optional.empty(), 10))
        .extracting(Operation::id)
        .containsExactly(operation.id());
  }

  @Test
  default void listsTheNewestFirstPageByPage() {
    OperationsFixture fixture = fixture();
    List<String> ids = IntStream.rangeClosed(1, 5)
        .mapToObj(i -> fixture.confirmedReplay(fixture.parked("key-" + i, 1)).id())
        .toList();

    List<Operation> first = fixture.operations.list(Optional.empty(), 3);
    List<Operation> second = fixture.operations.list(Optional.of(first.get(2).id()), 3);

    assertThat(first).extracting(Operation::id).containsExactly(ids.get(4), ids.get(3), ids.get(2));
    assertThat(second).extracting(Operation::id).containsExactly(ids.get(1), ids.get(0));
  }
}
