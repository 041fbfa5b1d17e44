package dev.eventmanager.jdbc.crash;

import dev.eventmanager.handling.CrashMarks;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.jdbc.schema.EventColumns;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marks in the service's database, by queue and content of the event. Thread-safe; to be called
 * outside of transactions, for a mark has to stay when the process dies.
 */
public final class JdbcCrashMarks implements CrashMarks {

  private final JdbcClient jdbc;

  public JdbcCrashMarks(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public int begin(Delivery delivery) {
    long fingerprint = EventColumns.fingerprint(delivery.event());
    jdbc.sql("""
            insert into event_manager_crash_mark (queue, fingerprint, event_id, begun)
            values (?, ?, ?, 0) on conflict do nothing
            """)
        .param(delivery.queue())
        .param(fingerprint)
        .param(EventColumns.id(delivery.event().metadata().id()))
        .update();
    jdbc.sql("""
            update event_manager_crash_mark set begun = begun + 1
            where queue = ? and fingerprint = ?
            """).param(delivery.queue()).param(fingerprint).update();
    int begun = jdbc.sql(
            "select begun from event_manager_crash_mark where queue = ? and fingerprint = ?")
        .param(delivery.queue())
        .param(fingerprint)
        .query(Integer.class)
        .single();
    return begun - 1;
  }

  @Override
  public void end(Delivery delivery) {
    jdbc.sql("delete from event_manager_crash_mark where queue = ? and fingerprint = ?")
        .param(delivery.queue())
        .param(EventColumns.fingerprint(delivery.event()))
        .update();
  }
}
