package dev.eventmanager.jdbc.operations;

import dev.eventmanager.ParkReason;
import dev.eventmanager.jdbc.parking.ParkedFailure;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows what was discarded: all of it is kept. Thread-safe. */
public final class DiscardedEvents {

  private final JdbcClient jdbc;

  public DiscardedEvents(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** A discarded event, by the place that it had among the parked. */
  public Optional<DiscardedEvent> find(long parkedId) {
    return jdbc.sql("select * from event_manager_discarded where parked_id = ?")
        .param(parkedId)
        .query((row, n) -> discarded(row))
        .optional();
  }

  private static DiscardedEvent discarded(ResultSet row) throws SQLException {
    return new DiscardedEvent(
        row.getLong("parked_id"),
        row.getString("operation_id"),
        EventColumns.instant(row, "discarded_at"),
        row.getString("queue"),
        ParkReason.valueOf(row.getString("reason")),
        row.getInt("attempts"),
        EventColumns.instant(row, "first_failed_at"),
        EventColumns.instant(row, "last_failed_at"),
        ParkedFailure.read(row),
        Optional.ofNullable(row.getString("error_stack")),
        EventColumns.read(row));
  }
}
