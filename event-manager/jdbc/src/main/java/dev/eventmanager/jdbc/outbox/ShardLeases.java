package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.time.DatabaseTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Shares the shards among the relays that are alive. Thread-safe; transactions are the caller's, and
 * all times are the database's, so the instances' clocks do not matter.
 *
 * <p>A relay that comes back from a long pause may for a moment send what its successor has sent.
 * That repeats events and reorders none, since nobody sends an event before its predecessor is
 * confirmed.
 */
final class ShardLeases {

  private final JdbcClient jdbc;
  private final String relay;
  private final double leaseSeconds;

  ShardLeases(DataSource dataSource, String relay, Duration lease) {
    this.jdbc = JdbcClient.create(dataSource);
    this.relay = relay;
    this.leaseSeconds = DatabaseTime.seconds(lease);
  }

  /** Gives a sign of life and returns how many shards are this relay's fair share. */
  int share() {
    stayAlive();
    jdbc.sql("delete from event_manager_outbox_relay where alive_until < current_timestamp")
        .update();
    int relays = jdbc.sql("select count(*) from event_manager_outbox_relay")
        .query(Integer.class)
        .single();
    return (Shards.COUNT + relays - 1) / Math.max(relays, 1);
  }

  private void stayAlive() {
    int updated =
        jdbc.sql("""
                update event_manager_outbox_relay
                set alive_until = current_timestamp
                    + cast(:lease as double precision) * interval '1' second
                where relay = :relay
                """).param("lease", leaseSeconds).param("relay", relay).update();
    if (updated == 0) {
      jdbc.sql("""
              insert into event_manager_outbox_relay (relay, alive_until)
              values (:relay, current_timestamp
                  + cast(:lease as double precision) * interval '1' second)
              """).param("relay", relay).param("lease", leaseSeconds).update();
    }
  }

  /** Extends the leases this relay still has and returns their shards. */
  Set<Integer> renew() {
    jdbc.sql("""
            update event_manager_outbox_shard
            set leased_until = current_timestamp
                + cast(:lease as double precision) * interval '1' second
            where relay = :relay
            """).param("lease", leaseSeconds).param("relay", relay).update();
    return new TreeSet<>(
        jdbc.sql("select shard from event_manager_outbox_shard where relay = :relay")
            .param("relay", relay)
            .query(Integer.class)
            .list());
  }

  /** Takes up to so many shards that nobody holds; in a transaction of the caller's. */
  void acquire(int count) {
    List<Integer> free =
        jdbc.sql("""
                select shard from event_manager_outbox_shard
                where relay is null or leased_until < current_timestamp
                order by shard limit :count for update skip locked
                """).param("count", count).query(Integer.class).list();
    if (!free.isEmpty()) {
      take(free);
    }
  }

  private void take(List<Integer> shards) {
    jdbc.sql("""
            update event_manager_outbox_shard
            set relay = :relay,
                leased_until = current_timestamp
                    + cast(:lease as double precision) * interval '1' second
            where shard in (:shards)
            """)
        .param("relay", relay)
        .param("lease", leaseSeconds)
        .param("shards", shards)
        .update();
  }

  /** Whether the shard is this relay's, and stays so until the caller's transaction has ended. */
  boolean lock(int shard) {
    return jdbc.sql("""
            select 1 from event_manager_outbox_shard
            where shard = :shard and relay = :relay for update
            """)
        .param("shard", shard)
        .param("relay", relay)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void release(int shard) {
    jdbc.sql("""
            update event_manager_outbox_shard set relay = null, leased_until = null
            where shard = :shard and relay = :relay
            """).param("shard", shard).param("relay", relay).update();
  }

  /** Gives up everything at once, so that the others need not wait for the leases to end. */
  void leave() {
    jdbc.sql("""
            update event_manager_outbox_shard set relay = null, leased_until = null
            where relay = :relay
            """).param("relay", relay).update();
    jdbc.sql("delete from event_manager_outbox_relay where relay = :relay")
        .param("relay", relay)
        .update();
  }
}
