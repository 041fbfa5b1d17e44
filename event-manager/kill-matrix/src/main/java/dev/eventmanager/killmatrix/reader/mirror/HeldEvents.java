package dev.eventmanager.killmatrix.reader.mirror;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a bridge's database holds, by the names of its tables alone. Not thread-safe. */
public final class HeldEvents {

  private final String database;

  /** Of the database at this JDBC address. */
  public HeldEvents(String database) {
    this.database = database;
  }

  /** How many events are held, parked ones and those that wait for their next attempt. */
  public long count() throws SQLException {
    return number("select count(*) from event_manager_parked");
  }

  /** How many groups are held that are not parked. */
  public long moving() throws SQLException {
    return number("select count(*) from event_manager_sequence where state <> 'PARKED'");
  }

  /** How many events were sent whose first attempt was too long ago for SQS to tell a copy. */
  public long inDoubt() throws SQLException {
    return number("select count(*) from event_manager_mirror_intent where possible_duplicate");
  }

  /** How many intents to send were left without an outcome. */
  public long unresolved() throws SQLException {
    return number("select count(*) from event_manager_mirror_intent where state = 'INTENT'");
  }

  /** The events that are parked by themselves and not poisoned, with the reason. */
  public List<String> parkedWithoutCause() throws SQLException {
    return texts("""
        select p.event_id || ' ' || p.reason || ' ' || coalesce(p.error_message, '')
        from event_manager_parked p join event_manager_sequence s using (queue, sequence_id)
        where s.state = 'PARKED' and p.reason <> 'BEHIND_PARKED'
            and convert_from(p.body, 'UTF8') not like '%"poison":true%'
        """);
  }

  private long number(String sql) throws SQLException {
    return Long.parseLong(texts(sql).get(0));
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
