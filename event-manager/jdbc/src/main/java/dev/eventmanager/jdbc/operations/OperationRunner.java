package dev.eventmanager.jdbc.operations;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carries large operations to their end, those of instances that died included, and forgets
 * previews that nobody confirmed in time. Thread-safe; any number of instances share the work.
 */
public final class OperationRunner {

  private final JdbcClient jdbc;
  private final CarryingOut carryingOut;

  /**
   * A runner.
   *
   * @param released is run when events have been released to be handled
   */
  public OperationRunner(DataSource dataSource, Runnable released) {
    this.jdbc = JdbcClient.create(dataSource);
    this.carryingOut = new CarryingOut(dataSource, released);
  }

  /** Does what there is to do, in short transactions; to be called every few seconds. */
  public void run() {
    unfinished().forEach(this::carryOut);
    jdbc.sql("""
            delete from event_manager_operation
            where carried_out_at is null and confirmed_at is null and expires_at <= current_timestamp
            """).update();
  }

  private List<String> unfinished() {
    return jdbc.sql("""
            select id from event_manager_operation
            where carried_out_at is null and confirmed_at is not null order by id
            """).query(String.class).list();
  }

  private void carryOut(String id) {
    while (!Thread.currentThread().isInterrupted() && carryingOut.batch(id)) {}
  }
}
