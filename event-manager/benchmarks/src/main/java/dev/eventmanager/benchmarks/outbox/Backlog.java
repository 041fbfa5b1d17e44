package dev.eventmanager.benchmarks.outbox;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows as the library would have written them, made by the database. */
final class Backlog {

  private static final String COLUMNS = """
      shard, event_id, exchange, routing_key, source, occurred_at, ordering_key, body""";

  private static final String VALUES = """
      n %% %d, 'backlog-' || n, 'benchmark', 'benchmark.v1.submit', 'benchmark',
      current_timestamp, 'backlog-' || n %% %d, convert_to(repeat('x', 300), 'UTF8')""";

  private static final int KEYS = 160_000;

  private final JdbcClient jdbc;

  Backlog(HikariDataSource database) {
    this.jdbc = JdbcClient.create(database);
  }

  /** Fills the first so many shards of the outbox. */
  void fillOutbox(long rows, int shards) {
    fill("event_manager_outbox (" + COLUMNS + ")", VALUES.formatted(shards, KEYS), rows);
  }

  /** Keeps events for later that are due soon, all at the same time. */
  void fillLater(long rows) {
    fill(
        "event_manager_outbox_later (due, " + COLUMNS + ")",
        "current_timestamp + interval '10' second, " + VALUES.formatted(16, KEYS),
        rows);
  }

  private void fill(String table, String values, long rows) {
    jdbc.sql("insert into %s select %s from generate_series(0, ? - 1) n".formatted(table, values))
        .param(rows)
        .update();
    jdbc.sql("analyze " + table.substring(0, table.indexOf(' '))).update();
  }

  /** Rows of the outbox that were read from end to end and not by index, by anybody. */
  long fullReads() {
    return jdbc.sql("""
            select coalesce(sum(seq_tup_read), 0) from pg_stat_user_tables
            where schemaname = 'benchmark' and relname = 'event_manager_outbox'
            """).query(Long.class).single();
  }

  String size() {
    return jdbc.sql("select pg_size_pretty(pg_total_relation_size('event_manager_outbox'))")
        .query(String.class)
        .single();
  }
}
