package dev.eventmanager.jdbc.inbox;

import dev.eventmanager.jdbc.schema.EventColumns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets events that were handled long ago. Thread-safe; several instances may clean one inbox.
 *
 * <p>An event that arrives again after the retention is handled again, so keep it well beyond the
 * longest time that a broker, a backup or a replay can bring one back.
 */
public final class InboxCleaner {

  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Duration retention;
  private final Clock clock;

  public InboxCleaner(DataSource dataSource, Duration retention, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Deletes the rows older than the retention, in short transactions that lock only what they
   * delete. Blocks until done or interrupted; to be called now and then, such as every hour.
   *
   * @return how many rows were deleted
   */
  public long clean() {
    Instant oldest = clock.instant().minus(retention);
    long deleted = 0;
    int batch;
    do {
      batch = deleteBatch(oldest);
      deleted += batch;
    } while (batch == BATCH && !Thread.currentThread().isInterrupted());
    return deleted;
  }

  private int deleteBatch(Instant oldest) {
    Integer deleted = transaction.execute(status ->
        jdbc.sql("""
                        delete from event_manager_inbox
                        where (queue, event_id) in (
                            select queue, event_id from event_manager_inbox
                            where handled_at < ? order by handled_at limit ?)
                        """).param(EventColumns.timestamp(oldest)).param(BATCH).update());
    return deleted == null ? 0 : deleted;
  }
}
