package dev.eventmanager.jdbc.operations;

import static dev.eventmanager.jdbc.Events.TIME;
import static dev.eventmanager.jdbc.Events.event;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.operations.PreviewOutcome.Previewed;
import dev.eventmanager.jdbc.operations.Selection.OneEvent;
import dev.eventmanager.jdbc.parking.JdbcParkedEvents;
import dev.eventmanager.jdbc.parking.ParkedFilter;
import dev.eventmanager.jdbc.parking.ParkedReader;
import dev.eventmanager.jdbc.parking.ParkedRow;
import dev.eventmanager.jdbc.schema.EventColumns;
import dev.eventmanager.publishing.EventIds;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Events that are parked on a queue, and an operator called Ada. */
final class OperationsFixture {

  static final String QUEUE = "billing_order";
  static final String ADA = "ada";

  final AtomicInteger releases = new AtomicInteger();
  final ParkedOperations operations;
  final OperationRunner runner;
  final JdbcParkedEvents parkedEvents;

  private final TestDatabase database;

  OperationsFixture(TestDatabase database) {
    this.database = database;
    this.operations = new ParkedOperations(
        database.dataSource(), EventIds.uuidV7()::next, releases::incrementAndGet);
    this.runner = new OperationRunner(database.dataSource(), releases::incrementAndGet);
    this.parkedEvents =
        new JdbcParkedEvents(database.dataSource(), Clock.fixed(TIME, ZoneOffset.UTC));
  }

  /** Parks the event as one that failed; it is called such as {@code a/1}. */
  long parked(String key, int number) {
    return parked(event(key, number), ParkReason.HANDLER_FAILED);
  }

  long parked(EncodedEvent event, ParkReason reason) {
    parkedEvents.park(failed(event, reason));
    return placeOf(event.metadata().id());
  }

  long waiting(String key, int number) {
    parkedEvents.parkBehind(QUEUE, event(key, number));
    return placeOf(key + "/" + number);
  }

  long retrying(String key, int number) {
    parkedEvents.retryLater(
        failed(event(key, number), ParkReason.HANDLER_FAILED), Duration.ofHours(1));
    return placeOf(key + "/" + number);
  }

  private static ParkedEvent failed(EncodedEvent event, ParkReason reason) {
    return new ParkedEvent(QUEUE, event, reason, 4, Optional.of(noLedger()), TIME, TIME);
  }

  private static Throwable noLedger() {
    Throwable failure = new IllegalStateException("no ledger");
    failure.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("shop.Billing", "settle", "Billing.java", 42)
        });
    return failure;
  }

  private long placeOf(String eventId) {
    return database
        .jdbc()
        .sql("select id from event_manager_parked where event_id = ?")
        .param(EventColumns.id(eventId))
        .query(Long.class)
        .single();
  }

  List<ParkedRow> rows() {
    return new ParkedReader(database.dataSource()).list(ParkedFilter.ofQueue(QUEUE), 0, 1_000);
  }

  List<String> parkedIds() {
    return rows().stream().map(row -> row.metadata().id()).toList();
  }

  ParkedRow row(long parkedId) {
    return rows().stream().filter(row -> row.id() == parkedId).findFirst().orElseThrow();
  }

  static OperationRequest replay(Selection selection) {
    return new OperationRequest(OperationKind.REPLAY, selection, Optional.empty(), ADA);
  }

  static OperationRequest discard(Selection selection) {
    return new OperationRequest(OperationKind.DISCARD, selection, Optional.of("a test"), ADA);
  }

  /** Previews what is expected to be possible. */
  Operation previewed(OperationRequest request) {
    return ((Previewed) operations.preview(request)).operation();
  }

  Operation confirmed(OperationRequest request) {
    return operations.confirm(previewed(request).id(), ADA).orElseThrow();
  }

  Operation confirmedReplay(long parkedId) {
    return confirmed(replay(new OneEvent(parkedId)));
  }

  List<OperationItem> items(Operation operation) {
    return operations.items(operation.id(), 0, 1_000);
  }

  /** What a drain does when the event was handled. */
  void succeed(long parkedId) {
    String sequence = row(parkedId).sequenceId();
    database.transaction().executeWithoutResult(status -> {
      new OperationOutcomes(database.dataSource()).succeeded(parkedId);
      database
          .jdbc()
          .sql("delete from event_manager_parked where id = ?")
          .param(parkedId)
          .update();
      database
          .jdbc()
          .sql("delete from event_manager_sequence where sequence_id = ?")
          .param(sequence)
          .update();
    });
  }

  /** What a drain does when the event failed once more. */
  void failAgain(long parkedId) {
    String sequence = row(parkedId).sequenceId();
    database.transaction().executeWithoutResult(status -> {
      new OperationOutcomes(database.dataSource()).failedAgain(parkedId);
      database
          .jdbc()
          .sql("update event_manager_parked set attempts = attempts + 1 where id = ?")
          .param(parkedId)
          .update();
      database.jdbc().sql("""
              update event_manager_sequence set state = 'PARKED', next_attempt_at = null
              where sequence_id = ?
              """).param(sequence).update();
    });
  }

  /** What a drain does before it calls handlers. */
  void lease() {
    database.jdbc().sql("""
            update event_manager_sequence
            set leased_by = 'drain', leased_until = current_timestamp + interval '1' hour
            """).update();
  }

  void expire(Operation operation) {
    database
        .jdbc()
        .sql("update event_manager_operation set expires_at = current_timestamp where id = ?")
        .param(operation.id())
        .update();
  }
}
