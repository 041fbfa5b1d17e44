package dev.eventmanager.jdbc.parking;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is done to sequences because an operator wants it. Thread-safe; takes part in the caller's
 * transaction, see {@link OwnTransaction}. For the packages of this module.
 *
 * <p>Each statement is about so many sequences of a queue as fit into one statement: some hundreds.
 */
public final class ParkedSequences {

  private final JdbcClient jdbc;

  public ParkedSequences(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Locks sequences until the transaction ends, once nobody else has: in one order, so that two who
   * do so never wait for each other.
   *
   * @return the state of each, without those that are gone and those whose head is just being tried
   */
  public Map<String, SequenceState> lock(String queue, Collection<String> sequenceIds) {
    Map<String, SequenceState> states = new HashMap<>();
    jdbc.sql("""
            select sequence_id, state from event_manager_sequence
            where queue = :queue and sequence_id in (:sequences)
                and (leased_until is null or leased_until < current_timestamp)
            order by sequence_id for update
            """).param("queue", queue).param("sequences", sequenceIds).query(row -> {
      states.put(row.getString("sequence_id"), SequenceState.valueOf(row.getString("state")));
    });
    return states;
  }

  /**
   * Has the heads of locked sequences tried again, and what is behind them after them. Any instance
   * that consumes the queue takes them up: at once where it is told so after the commit, else within
   * a second.
   */
  public void replay(String queue, Collection<String> sequenceIds) {
    begin(queue, sequenceIds, SequenceState.REPLAYING);
  }

  /** Lets locked sequences flow on whose heads were removed; those that ran empty end. */
  public void flowOn(String queue, Collection<String> sequenceIds) {
    jdbc.sql("""
            delete from event_manager_sequence
            where queue = :queue and sequence_id in (:sequences) and not exists (
                select 1 from event_manager_parked p
                where p.queue = event_manager_sequence.queue
                    and p.sequence_id = event_manager_sequence.sequence_id)
            """).param("queue", queue).param("sequences", sequenceIds).update();
    begin(queue, sequenceIds, SequenceState.RETRYING);
  }

  private void begin(String queue, Collection<String> sequenceIds, SequenceState state) {
    jdbc.sql("""
            update event_manager_sequence
            set state = :state, failures = 0, times_lost = 0, next_attempt_at = current_timestamp
            where queue = :queue and sequence_id in (:sequences)
            """)
        .param("state", state.name())
        .param("queue", queue)
        .param("sequences", sequenceIds)
        .update();
  }
}
