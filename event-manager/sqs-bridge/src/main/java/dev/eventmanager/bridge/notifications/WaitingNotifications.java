package dev.eventmanager.bridge.notifications;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits to be released, by object. Thread-safe; transactions are the caller's. */
final class WaitingNotifications {

  private static final int ROWS_AT_ONCE = 1_000;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  WaitingNotifications(DataSource database) {
    this.template = new JdbcTemplate(database);
    this.jdbc = JdbcClient.create(template);
  }

  /** The objects of the notifications that are due, longest first. */
  List<String> objectsDue() {
    return jdbc.sql("""
            select object from event_manager_s3_notification
            where due_at <= current_timestamp order by due_at limit ?
            """).param(ROWS_AT_ONCE).query(String.class).list().stream()
        .distinct()
        .sorted()
        .toList();
  }

  /** Gives each object a row that can be locked, outside of a transaction. */
  void register(List<String> objects) {
    template.batchUpdate("""
        insert into event_manager_s3_object (object, sequencer, released_at)
        values (?, 0, current_timestamp) on conflict do nothing
        """, objects.stream().map(each -> new Object[] {each}).toList());
  }

  /**
   * Locks objects until the transaction ends, those that nobody else has.
   *
   * @return how far each of them is
   */
  Map<String, BigInteger> lock(Collection<String> objects, int most) {
    return jdbc
        .sql("""
            select object, sequencer from event_manager_s3_object
            where object in (:objects) limit :most for update skip locked
            """)
        .param("objects", objects)
        .param("most", most)
        .query((row, n) ->
            Map.entry(row.getString("object"), row.getBigDecimal("sequencer").toBigInteger()))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What waits of these objects, due or not; of very much the earliest. */
  Map<String, List<Waiting>> of(Collection<String> objects) {
    return jdbc
        .sql("""
            select event_id, object, sequencer, occurred_at, body, due_at <= current_timestamp as due
            from event_manager_s3_notification
            where object in (:objects) and due_at is not null
            order by object, sequencer nulls first limit :most
            """)
        .param("objects", objects)
        .param("most", ROWS_AT_ONCE)
        .query((row, n) -> waiting(row))
        .list()
        .stream()
        .collect(groupingBy(Waiting::object));
  }

  /** They wait no more; only their ids are still needed. */
  void released(List<Waiting> released) {
    template.batchUpdate(
        """
        update event_manager_s3_notification
        set due_at = null, body = null, released_at = current_timestamp where event_id = ?
        """, released.stream().map(each -> new Object[] {each.id()}).toList());
  }

  /** How far an object is now. */
  void reached(String object, BigInteger place) {
    jdbc.sql("""
            update event_manager_s3_object set sequencer = ?, released_at = current_timestamp
            where object = ?
            """).param(new BigDecimal(place)).param(object).update();
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getString("event_id"),
        row.getString("object"),
        Optional.ofNullable(row.getBigDecimal("sequencer")).map(BigDecimal::toBigInteger),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getBytes("body"),
        row.getBoolean("due"));
  }
}
