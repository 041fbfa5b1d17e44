package dev.eventmanager.jdbc.parking;

import static dev.eventmanager.jdbc.time.DatabaseTime.LATER;

import dev.eventmanager.jdbc.time.DatabaseTime;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shares the sequences that are due among the instances of a service. Thread-safe; all times are the
 * database's, so the instances' clocks do not matter. For the packages of this module.
 */
public final class SequenceLeases {

  /** Whoever locks several does so in this order, so that no two wait for each other. */
  private static final Comparator<HeldSequence> LOCK_ORDER =
      Comparator.comparing(HeldSequence::queue).thenComparing(HeldSequence::sequenceId);

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final String holder;
  private final double leaseSeconds;

  /**
   * The leases of one holder.
   *
   * @param holder a name that nobody else has, nor had before
   */
  public SequenceLeases(DataSource dataSource, String holder, Duration lease) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.transaction = OwnTransaction.on(dataSource);
    this.holder = holder;
    this.leaseSeconds = DatabaseTime.seconds(lease);
  }

  /** Takes some that are due on a queue and that nobody else holds, those first that waited most. */
  public List<HeldSequence> take(String queue, int most) {
    return List.copyOf(transaction.execute(status -> {
      List<HeldSequence> free = free(queue, most);
      lease(free);
      return free;
    }));
  }

  /** Two statements, since H2 cannot limit an update by another query's order. */
  private List<HeldSequence> free(String queue, int most) {
    return jdbc.query("""
        select sequence_id from event_manager_sequence
        where queue = ? and next_attempt_at <= current_timestamp
            and (leased_until is null or leased_until < current_timestamp)
        order by next_attempt_at limit ? for update skip locked
        """, (row, n) -> new HeldSequence(queue, row.getString(1)), queue, most);
  }

  /** Whose lease ran out has died, or could not give it back: its head was lost with it. */
  private void lease(List<HeldSequence> sequences) {
    jdbc.batchUpdate(
        """
        update event_manager_sequence
        set times_lost = times_lost + case when leased_by <> ? then 1 else 0 end,
            leased_by = ?, leased_until = %s
        where queue = ? and sequence_id = ?
        """.formatted(LATER),
        sequences.stream()
            .map(each ->
                new Object[] {holder, holder, leaseSeconds, each.queue(), each.sequenceId()})
            .toList());
  }

  /** Extends leases, and returns those of them that are lost, since somebody else has taken over. */
  public List<HeldSequence> renew(Collection<HeldSequence> held) {
    return List.copyOf(transaction.execute(
        status -> held.stream().sorted(LOCK_ORDER).filter(each -> !renew(each)).toList()));
  }

  private boolean renew(HeldSequence sequence) {
    return jdbc.update(
            """
            update event_manager_sequence set leased_until = %s
            where queue = ? and sequence_id = ? and leased_by = ?
            """.formatted(LATER), leaseSeconds, sequence.queue(), sequence.sequenceId(), holder)
        == 1;
  }

  /** Leaves a sequence to whoever comes first, behind all others that are due. */
  public void giveBack(HeldSequence sequence) {
    jdbc.update("""
        update event_manager_sequence
        set next_attempt_at = current_timestamp, leased_by = null, leased_until = null
        where queue = ? and sequence_id = ? and leased_by = ?
        """, sequence.queue(), sequence.sequenceId(), holder);
  }
}
