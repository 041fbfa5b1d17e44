package dev.eventmanager.jdbc.inbox;

import dev.eventmanager.jdbc.time.DatabaseTime;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets events that were handled long ago. Thread-safe; several instances may clean one inbox.
 *
 * <p>An event that arrives again after the retention is handled again, so keep it well beyond the
 * longest time that a broker, a backup or a replay can bring one back. Age is measured by the
 * database's clock alone, whatever those of the instances show.
 */
public final class InboxCleaner {

  private static final int BATCH = 1_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Duration retention;

  public InboxCleaner(DataSource dataSource, Duration retention) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.retention = retention;
  }

  /**
   * Deletes the rows older than the retention, in short transactions that lock only what they
   * delete. Blocks until done or interrupted; to be called every few minutes, so that each call has little to do.
   *
   * @return how many rows were deleted
   */
  public long clean() {
    long deleted = 0;
    int batch;
    do {
      batch = deleteBatch();
      deleted += batch;
    } while (batch == BATCH && !Thread.currentThread().isInterrupted());
    return deleted;
  }

  /** Two statements, both by index on either database; H2 would scan for the one that does both. */
  private int deleteBatch() {
    List<Object[]> batch = jdbc.query(
        """
        select queue, event_id from event_manager_inbox
        where handled_at < %s order by handled_at limit ?
        """.formatted(DatabaseTime.LATER),
        (row, n) -> new Object[] {row.getString("queue"), row.getString("event_id")},
        DatabaseTime.seconds(retention.negated()),
        BATCH);
    transaction.executeWithoutResult(status -> jdbc.batchUpdate(
        "delete from event_manager_inbox where queue = ? and event_id = ?", batch));
    return batch.size();
  }
}
