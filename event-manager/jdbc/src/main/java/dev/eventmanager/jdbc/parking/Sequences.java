package dev.eventmanager.jdbc.parking;

import static dev.eventmanager.jdbc.time.DatabaseTime.LATER;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.schema.EventColumns;
import dev.eventmanager.jdbc.time.DatabaseTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sequences' own rows. Thread-safe; transactions are the caller's, and whoever changes a
 * sequence has locked it.
 */
final class Sequences {

  private final JdbcClient jdbc;

  Sequences(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** Whether there is one, without waiting for anybody. */
  boolean exists(HeldSequence sequence) {
    return jdbc.sql("""
            select exists (
                select 1 from event_manager_sequence where queue = ? and sequence_id = ?)
            """)
        .param(sequence.queue())
        .param(sequence.sequenceId())
        .query(Boolean.class)
        .single();
  }

  /** Locks it until the transaction ends, once nobody else has; empty if it is not there any more. */
  Optional<Standing> lock(HeldSequence sequence) {
    return jdbc.sql("""
            select state, failures, times_lost from event_manager_sequence
            where queue = ? and sequence_id = ? for update
            """)
        .param(sequence.queue())
        .param(sequence.sequenceId())
        .query((row, n) -> standing(row))
        .optional();
  }

  /** How it stands, without a lock; empty if it is not there, or somebody else's. */
  Optional<Standing> leased(HeldSequence sequence, String holder) {
    return jdbc.sql("""
            select state, failures, times_lost from event_manager_sequence
            where queue = ? and sequence_id = ? and leased_by = ?
            """)
        .param(sequence.queue())
        .param(sequence.sequenceId())
        .param(holder)
        .query((row, n) -> standing(row))
        .optional();
  }

  /** As {@link #lock}; empty also if somebody else has taken it over. */
  Optional<Standing> lockLeased(HeldSequence sequence, String holder) {
    return jdbc.sql("""
            select state, failures, times_lost from event_manager_sequence
            where queue = ? and sequence_id = ? and leased_by = ? for update
            """)
        .param(sequence.queue())
        .param(sequence.sequenceId())
        .param(holder)
        .query((row, n) -> standing(row))
        .optional();
  }

  /**
   * Begins one, locked until the transaction ends.
   *
   * @param head the event that has failed
   * @param nextAttempt in what time it is tried again; empty to park it
   * @return false if there is one already
   */
  boolean open(
      HeldSequence sequence, EncodedEvent head, int failures, Optional<Duration> nextAttempt) {
    SequenceState state = nextAttempt.isPresent() ? SequenceState.RETRYING : SequenceState.PARKED;
    return jdbc.sql("""
                insert into event_manager_sequence
                    (queue, sequence_id, ordering_key, state, failures, next_attempt_at)
                values (?, ?, ?, ?, ?, %s) on conflict do nothing
                """.formatted(LATER))
            .param(sequence.queue())
            .param(sequence.sequenceId())
            .param(EventColumns.text(head.metadata().orderingKey()))
            .param(state.name())
            .param(failures)
            .param(nextAttempt.map(DatabaseTime::seconds).orElse(null))
            .update()
        == 1;
  }

  /** Its head waits for an operator; nobody holds it. */
  void park(HeldSequence sequence) {
    jdbc.sql("""
            update event_manager_sequence
            set state = 'PARKED', next_attempt_at = null, leased_by = null, leased_until = null
            where queue = ? and sequence_id = ?
            """).param(sequence.queue()).param(sequence.sequenceId()).update();
  }

  /** Its head is tried again after the delay; nobody holds it until then. */
  void retryLater(HeldSequence sequence, int failures, Duration delay) {
    jdbc.sql("""
            update event_manager_sequence
            set failures = ?, times_lost = 0, next_attempt_at = %s,
                leased_by = null, leased_until = null
            where queue = ? and sequence_id = ?
            """.formatted(LATER))
        .param(failures)
        .param(DatabaseTime.seconds(delay))
        .param(sequence.queue())
        .param(sequence.sequenceId())
        .update();
  }

  /** Its head is tried at once, as often as the state allows. */
  void begin(HeldSequence sequence, SequenceState state) {
    jdbc.sql("""
            update event_manager_sequence
            set state = ?, failures = 0, times_lost = 0, next_attempt_at = current_timestamp
            where queue = ? and sequence_id = ?
            """)
        .param(state.name())
        .param(sequence.queue())
        .param(sequence.sequenceId())
        .update();
  }

  void delete(HeldSequence sequence) {
    jdbc.sql("delete from event_manager_sequence where queue = ? and sequence_id = ?")
        .param(sequence.queue())
        .param(sequence.sequenceId())
        .update();
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        SequenceState.valueOf(row.getString("state")),
        row.getInt("failures"),
        row.getInt("times_lost"));
  }
}
