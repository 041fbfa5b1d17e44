package dev.eventmanager.jdbc.operations;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The frozen sets of events, and what has become of each. */
final class Items {

  private final JdbcClient jdbc;

  Items(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Those to which nothing has been done. The last that came is the first here, so that no key goes
   * on before the last of its events has been discarded.
   */
  List<Selected> next(String operationId, int most) {
    return jdbc.sql("""
            select parked_id, sequence_id, head, attempts from event_manager_operation_item
            where operation_id = ? and state = 'SELECTED' order by parked_id desc limit ?
            """)
        .param(operationId)
        .param(most)
        .query((row, n) -> new Selected(
            row.getLong("parked_id"),
            row.getString("sequence_id"),
            row.getBoolean("head"),
            row.getInt("attempts")))
        .list();
  }

  /**
   * Settles those of a batch to which nothing else has been done. By range: before the database has
   * analysed a set of a million it would look for a list of places among all of them.
   */
  void settle(String operationId, List<Selected> batch, ItemState state) {
    String settledAt = state == ItemState.REQUESTED ? "null" : "current_timestamp";
    jdbc.sql("""
            update event_manager_operation_item set state = :state, settled_at = %s
            where operation_id = :operation and state = 'SELECTED'
                and parked_id between :last and :first
            """.formatted(settledAt))
        .param("state", state.name())
        .param("operation", operationId)
        .param("first", batch.get(0).parkedId())
        .param("last", batch.get(batch.size() - 1).parkedId())
        .update();
  }

  void gone(String operationId, Map<Long, GoneReason> gone) {
    gone.forEach((parkedId, reason) -> jdbc.sql("""
            update event_manager_operation_item
            set state = 'GONE', gone_because = :reason, settled_at = current_timestamp
            where operation_id = :operation and parked_id = :event
            """)
        .param("reason", reason.name())
        .param("operation", operationId)
        .param("event", parkedId)
        .update());
  }
}
