package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.outbox.OutboxRow.Place;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys whose head event failed, and the rows that wait behind it. Thread-safe; transactions are
 * the caller's.
 */
final class WaitingKeys {

  private static final int LONGEST_ERROR = 2_000;

  private final JdbcClient jdbc;

  WaitingKeys(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** Moves rows of one shard from the outbox to where they wait. */
  void hold(int shard, List<Long> ids) {
    jdbc.sql("""
            insert into event_manager_outbox_waiting (shard, id, %1$s)
            select shard, id, %1$s from event_manager_outbox where shard = :shard and id in (:ids)
            """.formatted(EventColumns.NAMES))
        .param("shard", shard)
        .param("ids", ids)
        .update();
    jdbc.sql("delete from event_manager_outbox where shard = :shard and id in (:ids)")
        .param("shard", shard)
        .param("ids", ids)
        .update();
  }

  /** Notes that the key's head failed once more, and when to try it again. */
  void failed(int shard, String orderingKey, int attempts, Duration backOff, String error) {
    int updated = jdbc.sql("""
                update event_manager_outbox_key
                set attempts = :attempts, last_failure = current_timestamp, last_error = :error,
                    next_attempt = current_timestamp
                        + cast(:backOff as double precision) * interval '1' second
                where shard = :shard and ordering_key = :key
                """)
        .param("attempts", attempts)
        .param("error", shortened(error))
        .param("backOff", Seconds.of(backOff))
        .param("shard", shard)
        .param("key", orderingKey)
        .update();
    if (updated == 0) {
      insert(shard, orderingKey, attempts, backOff, error);
    }
  }

  private void insert(int shard, String orderingKey, int attempts, Duration backOff, String error) {
    jdbc.sql("""
            insert into event_manager_outbox_key (shard, ordering_key, attempts,
                first_failure, last_failure, last_error, next_attempt)
            values (:shard, :key, :attempts, current_timestamp, current_timestamp, :error,
                current_timestamp + cast(:backOff as double precision) * interval '1' second)
            """)
        .param("shard", shard)
        .param("key", orderingKey)
        .param("attempts", attempts)
        .param("error", shortened(error))
        .param("backOff", Seconds.of(backOff))
        .update();
  }

  /** The keys whose next attempt is due, longest due first. */
  List<DueKey> due(Collection<Integer> shards, int limit) {
    return jdbc.sql("""
            select shard, ordering_key, attempts from event_manager_outbox_key
            where shard in (:shards) and next_attempt <= current_timestamp
            order by next_attempt limit :limit
            """)
        .param("shards", shards)
        .param("limit", limit)
        .query((row, n) ->
            new DueKey(row.getInt("shard"), row.getString("ordering_key"), row.getInt("attempts")))
        .list();
  }

  /** The key's next rows behind one of them, or from its head behind 0. */
  List<OutboxRow> behind(int shard, String orderingKey, long id, int limit) {
    return jdbc.sql("""
            select * from event_manager_outbox_waiting
            where shard = :shard and ordering_key = :key and id > :id order by id limit :limit
            """)
        .param("shard", shard)
        .param("key", orderingKey)
        .param("id", id)
        .param("limit", limit)
        .query((row, n) -> waitingRow(row))
        .list();
  }

  void delete(OutboxRow row) {
    jdbc.sql("""
            delete from event_manager_outbox_waiting
            where shard = :shard and ordering_key = :key and id = :id
            """)
        .param("shard", row.shard())
        .param("key", row.orderingKey())
        .param("id", row.id())
        .update();
  }

  /** Lets the key flow again, unless a row came late and still waits. */
  void release(int shard, String orderingKey) {
    jdbc.sql("""
            delete from event_manager_outbox_key
            where shard = :shard and ordering_key = :key
              and not exists (select 1 from event_manager_outbox_waiting
                              where shard = :shard and ordering_key = :key)
            """).param("shard", shard).param("key", orderingKey).update();
  }

  private static String shortened(String error) {
    String text = EventColumns.text(error);
    return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
  }

  private static OutboxRow waitingRow(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getInt("shard"), row.getLong("id"), EventColumns.read(row), Place.WAITING, true);
  }

  /** A key, and how often its head row has failed. */
  record DueKey(int shard, String orderingKey, int attempts) {}
}
