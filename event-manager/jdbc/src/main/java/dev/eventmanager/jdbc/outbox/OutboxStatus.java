package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.schema.EventColumns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the outbox, for health, metrics and operators. Thread-safe. */
public final class OutboxStatus {

  private final JdbcClient jdbc;

  public OutboxStatus(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * How many events are stored and not yet published, those of waiting keys included
   * and those for {@link #later} not.
   *
   * @param most where counting stops, so that a long backlog costs no more than a short one
   */
  public long pending(int most) {
    return countUpTo("event_manager_outbox", most)
        + countUpTo("event_manager_outbox_waiting", most);
  }

  private long countUpTo(String table, int most) {
    return jdbc.sql("select count(*) from (select 1 from %s limit ?) counted".formatted(table))
        .param(most)
        .query(Long.class)
        .single();
  }

  /**
   * How many events are kept for later and not yet due, or due this moment.
   *
   * @param most where counting stops
   */
  public long later(int most) {
    return countUpTo("event_manager_outbox_later", most);
  }

  /** When the oldest event that is next in a shard was published by the service, if any is. */
  public Optional<Instant> oldestPending() {
    return jdbc.sql("""
            select o.occurred_at
            from event_manager_outbox_shard s
            join event_manager_outbox o on o.shard = s.shard
              and o.id = (select min(m.id) from event_manager_outbox m where m.shard = s.shard)
            order by o.occurred_at limit 1
            """)
        .query((row, n) -> EventColumns.instant(row, "occurred_at"))
        .optional();
  }

  /** How many ordering keys wait because their next event was refused. */
  public long waitingKeyCount() {
    return jdbc.sql("select count(*) from event_manager_outbox_key where attempts > 0")
        .query(Long.class)
        .single();
  }

  /** The ordering keys that wait, longest first. */
  public List<WaitingKey> waitingKeys(int most) {
    return jdbc.sql("""
            select ordering_key, attempts, first_failure, last_failure, next_attempt, last_error
            from event_manager_outbox_key where attempts > 0 order by first_failure limit ?
            """)
        .param(most)
        .query((row, n) -> new WaitingKey(
            row.getString("ordering_key"),
            row.getInt("attempts"),
            EventColumns.instant(row, "first_failure"),
            EventColumns.instant(row, "last_failure"),
            EventColumns.instant(row, "next_attempt"),
            row.getString("last_error")))
        .list();
  }
}
