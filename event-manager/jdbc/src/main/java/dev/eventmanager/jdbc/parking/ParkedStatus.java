package dev.eventmanager.jdbc.parking;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How much is held on a queue, for health, metrics and the start-up report. Thread-safe.
 *
 * <p>A sequence is an ordering key, or one event that holds nobody back.
 */
public final class ParkedStatus {

  private final JdbcClient jdbc;

  public ParkedStatus(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** How many sequences wait for an operator. */
  public long parked(String queue) {
    return jdbc.sql("""
            select count(*) from event_manager_sequence
            where queue = ? and next_attempt_at is null
            """).param(queue).query(Long.class).single();
  }

  /** How many sequences go on by themselves: tried again later, or being tried. */
  public long retrying(String queue) {
    return jdbc.sql("""
            select count(*) from event_manager_sequence
            where queue = ? and next_attempt_at is not null
            """).param(queue).query(Long.class).single();
  }

  /**
   * How many events are held, those included that wait behind another.
   *
   * @param most where counting stops, so that many cost no more than some
   */
  public long events(String queue, int most) {
    return jdbc.sql("""
            select count(*) from (
                select 1 from event_manager_parked where queue = ? limit ?) counted
            """).param(queue).param(most).query(Long.class).single();
  }
}
