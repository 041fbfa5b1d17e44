package dev.eventmanager.bridge.verify;

import java.util.HashSet;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which events of a route stand aside in the bridge's database. */
final class KeptAside {

  private final JdbcTemplate jdbc;
  private final String queue;

  KeptAside(DataSource dataSource, String queue) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.queue = queue;
  }

  /** Whether an event does, as things stand now. */
  Predicate<String> now() {
    var keys = new HashSet<UUID>();
    jdbc.query(
        "select event_id from event_manager_parked where queue = ?",
        row -> {
          keys.add(EventKey.of(row.getString("event_id")));
        },
        queue);
    return id -> keys.contains(EventKey.of(id));
  }
}
