package dev.eventmanager.jdbc.operations;

import dev.eventmanager.jdbc.parking.ParkedColumns;
import dev.eventmanager.jdbc.parking.ParkedSequences;
import dev.eventmanager.jdbc.parking.SequenceState;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operations do to events that are held. Thread-safe; transactions are the caller's. */
final class HeldEvents {

  private final JdbcClient jdbc;
  private final ParkedSequences sequences;

  HeldEvents(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.sequences = new ParkedSequences(dataSource);
  }

  /** In which states of its sequence an event may be selected. */
  static Set<SequenceState> selectable(OperationKind kind) {
    return kind == OperationKind.REPLAY
        ? EnumSet.of(SequenceState.PARKED)
        : EnumSet.of(SequenceState.PARKED, SequenceState.RETRYING);
  }

  /** Locks the sequences of these events, and tells which of the events do not stand as they did. */
  Map<Long, GoneReason> lockAndCompare(OperationKind kind, String queue, List<Selected> events) {
    Map<String, SequenceState> states = sequences.lock(queue, sequencesOf(events));
    Map<Long, Integer> attempts = attempts(events);
    Map<Long, GoneReason> gone = new HashMap<>();
    for (Selected each : events) {
      Integer now = attempts.get(each.parkedId());
      if (now == null) {
        gone.put(each.parkedId(), GoneReason.NOT_PARKED);
      } else if (!selectable(kind).contains(states.get(each.sequenceId()))) {
        gone.put(each.parkedId(), GoneReason.BEING_TRIED);
      } else if (now != each.attempts()) {
        gone.put(each.parkedId(), GoneReason.FAILED_SINCE);
      }
    }
    return gone;
  }

  private Map<Long, Integer> attempts(List<Selected> events) {
    Map<Long, Integer> attempts = new HashMap<>();
    jdbc.sql("select id, attempts from event_manager_parked where id in (:events)")
        .param("events", ids(events))
        .query(row -> {
          attempts.put(row.getLong("id"), row.getInt("attempts"));
        });
    return attempts;
  }

  /** Has heads handled again, and what is behind them after them. */
  void replay(String queue, List<Selected> heads) {
    sequences.replay(queue, sequencesOf(heads));
  }

  /** Moves events to where discarded ones are kept; keys whose heads are among them go on. */
  void discard(String operationId, String queue, List<Selected> events) {
    jdbc.sql("""
            insert into event_manager_discarded (parked_id, operation_id, discarded_at, %s)
            select id, :operation, current_timestamp, %s from event_manager_parked
            where id in (:events)
            """.formatted(ParkedColumns.NAMES, ParkedColumns.NAMES))
        .param("operation", operationId)
        .param("events", ids(events))
        .update();
    jdbc.sql("delete from event_manager_parked where id in (:events)")
        .param("events", ids(events))
        .update();
    List<Selected> heads = events.stream().filter(Selected::head).toList();
    if (!heads.isEmpty()) {
      sequences.flowOn(queue, sequencesOf(heads));
    }
  }

  private static List<Long> ids(List<Selected> events) {
    return events.stream().map(Selected::parkedId).toList();
  }

  private static List<String> sequencesOf(List<Selected> events) {
    return events.stream().map(Selected::sequenceId).distinct().toList();
  }
}
