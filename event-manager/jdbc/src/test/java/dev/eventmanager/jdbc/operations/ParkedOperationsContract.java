package dev.eventmanager.jdbc.operations;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.operations.ItemState.DISCARDED;
import static dev.eventmanager.jdbc.operations.ItemState.FAILED_AGAIN;
import static dev.eventmanager.jdbc.operations.ItemState.GONE;
import static dev.eventmanager.jdbc.operations.ItemState.REQUESTED;
import static dev.eventmanager.jdbc.operations.ItemState.SELECTED;
import static dev.eventmanager.jdbc.operations.ItemState.SUCCEEDED;
import static dev.eventmanager.jdbc.operations.OperationsFixture.ADA;
import static dev.eventmanager.jdbc.operations.OperationsFixture.QUEUE;
import static dev.eventmanager.jdbc.operations.OperationsFixture.discard;
import static dev.eventmanager.jdbc.operations.OperationsFixture.replay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.ParkReason;
import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.operations.Operation.State;
import dev.eventmanager.jdbc.operations.PreviewOutcome.BeingTried;
import dev.eventmanager.jdbc.operations.PreviewOutcome.NothingSelected;
import dev.eventmanager.jdbc.operations.PreviewOutcome.UnknownEvent;
import dev.eventmanager.jdbc.operations.PreviewOutcome.WaitsBehind;
import dev.eventmanager.jdbc.operations.Selection.FailureGroup;
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

/** What replay and discard promise on every database. */
interface ParkedOperationsContract {

  FailureGroup NO_LEDGER = new FailureGroup(
      QUEUE, "java.lang.IllegalStateException", Optional.of("shop.Billing.settle:42"));

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

  private static List<GoneReason> goneBecause(OperationsFixture fixture, Operation operation) {
    Operation confirmed = fixture.operations.confirm(operation.id(), ADA).orElseThrow();
    assertThat(confirmed.progress()).isEqualTo(Map.of(GONE, 1L));
    assertThat(confirmed.state()).isEqualTo(State.DONE);
    return fixture.items(confirmed).stream()
        .map(item -> item.goneBecause().orElseThrow())
        .toList();
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
  default void discardsWhatIsStillTriedByItself() {
    OperationsFixture fixture = fixture();
    fixture.retrying("a", 1);

    assertThat(fixture.confirmed(discard(new OneKey(QUEUE, "a"))).progress())
        .isEqualTo(Map.of(DISCARDED, 1L));
    assertThat(database().rows("event_manager_sequence")).isZero();
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

  @Test
  default void findsTheKeyOfAStranger() {
    OperationsFixture fixture = fixture();
    String key = "k\0" + "long".repeat(50_000);
    fixture.parked(key, 1);

    assertThat(fixture.previewed(discard(new OneKey(QUEUE, key))).events()).isEqualTo(1);
  }
}
