package dev.eventmanager.bridge.ledger;

import dev.eventmanager.jdbc.schema.EventColumns;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets old receipts. Thread-safe; several instances may clean one ledger.
 *
 * <p>An event that arrives again after the retention is sent again, so keep receipts well beyond the
 * longest time in which a broker can bring one back. An intent without a receipt is never forgotten:
 * the broker may still have its event.
 */
public final class LedgerCleaner {

  private static final int BITE = 1_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Duration retention;
  private final Clock clock;

  public LedgerCleaner(DataSource dataSource, Duration retention, Clock clock) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Deletes the receipts older than the retention, in short transactions. Blocks until done or
   * interrupted; to be called every few minutes, so that each call has little to do.
   *
   * @return how many were deleted
   */
  public long clean() {
    var deleted = 0L;
    int bite;
    do {
      bite = deleteBite();
      deleted += bite;
    } while (bite == BITE && !Thread.currentThread().isInterrupted());
    return deleted;
  }

  private int deleteBite() {
    var before = EventColumns.timestamp(clock.instant().minus(retention));
    List<Object[]> bite = jdbc.query(
        """
        select queue, event_id from event_manager_mirror_intent
        where first_attempt_at < ? and state = 'SENT' and sent_at < ?
        order by first_attempt_at limit ?
        """,
        (row, n) -> new Object[] {row.getString("queue"), row.getString("event_id")},
        before,
        before,
        BITE);
    transaction.executeWithoutResult(status -> jdbc.batchUpdate(
        "delete from event_manager_mirror_intent where queue = ? and event_id = ?", bite));
    return bite.size();
  }
}
