package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.outbox.OutboxRow.Place;
import dev.eventmanager.jdbc.schema.EventColumns;
import dev.eventmanager.jdbc.time.DatabaseTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys whose rows stand aside, since their head failed or there are too many of them, and those
 * rows. Thread-safe; transactions are the caller's.
 */
final class WaitingKeys {

  private static final int LONGEST_ERROR = 2_000;

  private final JdbcClient jdbc;

  WaitingKeys(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** Moves rows of one shard from the outbox to where they wait. */
  void hold(int shard, List<Long> ids) {
    List<Object> params = RowIds.params(List.of(shard), ids);
    jdbc.sql("""
            insert into event_manager_outbox_waiting (shard, id, %1$s)
            select shard, id, %1$s from event_manager_outbox where shard = ? and %2$s
            """.formatted(OutboxColumns.NAMES, RowIds.CONDITION))
        .params(params)
        .update();
    jdbc.sql("delete from event_manager_outbox where shard = ? and " + RowIds.CONDITION)
        .params(params)
        .update();
  }

  /** Those of a shard's first rows that belong to keys whose rows stand aside. */
  List<Long> first(int shard, int most) {
    return jdbc.sql("""
            select o.id
            from (select shard, id, ordering_key from event_manager_outbox
                  where shard = ? order by shard, id limit ?) o
            where exists (select 1 from event_manager_outbox_key k
                          where k.shard = o.shard and k.ordering_key = o.ordering_key)
            """).params(shard, most).query(Long.class).list();
  }

  /** Has a key stand aside, with nothing held against it if it does not yet. */
  void setAside(int shard, String orderingKey) {
    jdbc.sql("""
            insert into event_manager_outbox_key (shard, ordering_key, attempts, next_attempt)
            values (?, ?, 0, current_timestamp) on conflict do nothing
            """).params(shard, orderingKey).update();
  }

  /** The key has not failed, or no longer: it is drained further when its turn comes. */
  void drainFurther(int shard, String orderingKey) {
    jdbc.sql("""
            update event_manager_outbox_key
            set attempts = 0, first_failure = null, last_failure = null, last_error = null,
                next_attempt = current_timestamp
            where shard = ? and ordering_key = ?
            """).params(shard, orderingKey).update();
  }

  /** Notes that the key's head failed once more, and when to try it again. */
  void failed(int shard, String orderingKey, int attempts, Duration backOff, String error) {
    setAside(shard, orderingKey);
    jdbc.sql("""
            update event_manager_outbox_key
            set attempts = ?, first_failure = coalesce(first_failure, current_timestamp),
                last_failure = current_timestamp, last_error = ?, next_attempt = %s
            where shard = ? and ordering_key = ?
            """.formatted(DatabaseTime.LATER))
        .params(attempts, shortened(error), DatabaseTime.seconds(backOff), shard, orderingKey)
        .update();
  }

  /** The keys whose head may be tried, longest due first. */
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
            where shard = :shard and ordering_key = :key and id > :id
            order by shard, ordering_key, id limit :limit
            """)
        .param("shard", shard)
        .param("key", orderingKey)
        .param("id", id)
        .param("limit", limit)
        .query((row, n) -> waitingRow(row))
        .list();
  }

  void delete(int shard, String orderingKey, List<Long> ids) {
    jdbc.sql("delete from event_manager_outbox_waiting where shard = ? and ordering_key = ? and "
            + RowIds.CONDITION)
        .params(RowIds.params(List.of(shard, orderingKey), ids))
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
        row.getInt("shard"), row.getLong("id"), OutboxColumns.read(row), Place.WAITING, true);
  }

  /** A key, and how often its head has failed; 0 where it is only long. */
  record DueKey(int shard, String orderingKey, int attempts) {}
}
