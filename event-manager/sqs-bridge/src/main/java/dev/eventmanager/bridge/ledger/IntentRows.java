package dev.eventmanager.bridge.ledger;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;

/**
 * The rows of one target, many with each statement: arrays go over whole. Thread-safe; transactions
 * are the caller's.
 */
final class IntentRows {

  private static final String VARCHAR = "varchar";
  private static final Comparator<Intent> BY_EVENT =
      Comparator.comparing(each -> each.delivery().event().metadata().id());

  private final JdbcTemplate jdbc;
  private final String target;

  IntentRows(DataSource dataSource, String target) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.target = target;
  }

  /** How an event is called in the rows. */
  static String id(Intent intent) {
    return id(intent.delivery().event().metadata());
  }

  private static String id(EventMetadata event) {
    return EventColumns.id(event.id());
  }

  /** Adds those that are not there yet, and says how many. */
  int insert(List<Intent> intents, OffsetDateTime now) {
    if (intents.isEmpty()) {
      return 0;
    }
    // In one order, so that two who write the same never wait for each other.
    var sorted = intents.stream().sorted(BY_EVENT).toList();
    return jdbc.update(statement("""
        insert into event_manager_mirror_intent
            (queue, event_id, message_group, digest, state, first_attempt_at, possible_duplicate)
        select ?, t.event_id, t.message_group, t.digest, 'INTENT', ?, false
        from unnest(
            cast(? as varchar array), cast(? as varchar array), cast(? as bigint array))
            as t (event_id, message_group, digest)
        on conflict do nothing
        """, (connection, statement) -> {
      statement.setString(1, target);
      statement.setObject(2, now);
      statement.setArray(3, connection.createArrayOf(VARCHAR, ids(sorted)));
      statement.setArray(
          4,
          connection.createArrayOf(
              VARCHAR, sorted.stream().map(Intent::messageGroup).toArray()));
      statement.setArray(5, connection.createArrayOf("bigint", digests(sorted)));
    }));
  }

  Map<String, Row> find(List<Intent> intents) {
    var found = new HashMap<String, Row>();
    jdbc.query(
        statement("""
            select event_id, digest, state, first_attempt_at from event_manager_mirror_intent
            where queue = ? and event_id = any (cast(? as varchar array))
            """, (connection, statement) -> {
          statement.setString(1, target);
          statement.setArray(2, connection.createArrayOf(VARCHAR, ids(intents)));
        }),
        row -> {
          found.put(
              row.getString("event_id"),
              new Row(
                  row.getLong("digest"),
                  row.getString("state").equals("SENT"),
                  EventColumns.instant(row, "first_attempt_at")));
        });
    return found;
  }

  /** Makes receipts of intents. */
  void receive(List<Receipt> receipts, OffsetDateTime now) {
    jdbc.batchUpdate(
        """
        update event_manager_mirror_intent
        set state = 'SENT', sent_at = ?, sequence_number = ?, possible_duplicate = ?
        where queue = ? and event_id = ?
        """,
        receipts.stream()
            .map(each -> new Object[] {
              now, each.sequenceNumber(), each.possibleDuplicate(), target, id(each.event())
            })
            .toList());
  }

  void delete(List<EventMetadata> withdrawn) {
    if (!withdrawn.isEmpty()) {
      jdbc.update(statement("""
          delete from event_manager_mirror_intent
          where queue = ? and state = 'INTENT' and event_id = any (cast(? as varchar array))
          """, (connection, statement) -> {
        statement.setString(1, target);
        statement.setArray(
            2,
            connection.createArrayOf(
                VARCHAR, withdrawn.stream().map(IntentRows::id).toArray()));
      }));
    }
  }

  private static Object[] ids(List<Intent> intents) {
    return intents.stream().map(IntentRows::id).toArray();
  }

  private static Object[] digests(List<Intent> intents) {
    return intents.stream().map(each -> EventDigest.of(each.delivery().event())).toArray();
  }

  private static PreparedStatementCreator statement(String sql, Parameters parameters) {
    return connection -> {
      var statement = connection.prepareStatement(sql);
      parameters.set(connection, statement);
      return statement;
    };
  }

  @FunctionalInterface
  private interface Parameters {
    void set(Connection connection, PreparedStatement statement) throws SQLException;
  }

  /** What is known of an event. */
  record Row(long digest, boolean sent, Instant firstAttemptAt) {}
}
