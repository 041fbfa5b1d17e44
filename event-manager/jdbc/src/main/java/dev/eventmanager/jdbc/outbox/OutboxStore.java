package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.outbox.OutboxRow.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The rows of the outbox whose keys flow freely. Thread-safe. */
final class OutboxStore {

  private static final String INSERT = "insert into event_manager_outbox (shard, %s) values (?, %s)"
      .formatted(OutboxColumns.NAMES, OutboxColumns.PLACEHOLDERS);

  /**
   * The inner query is scalar so that PostgreSQL looks each key up and never reads them all; the
   * order names the shard so that H2 sees that the index has it and never sorts them all.
   */
  private static final String FETCH_SHARD = """
      (select o.*, (select k.attempts from event_manager_outbox_key k
                    where k.shard = o.shard and k.ordering_key = o.ordering_key) key_failures
       from event_manager_outbox o where o.shard = ? and not o.id = any (?)
       order by o.shard, o.id limit ?)""";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  OutboxStore(DataSource dataSource) {
    this.template = new JdbcTemplate(dataSource);
    this.jdbc = JdbcClient.create(template);
  }

  /** Inserts a row in the current transaction. */
  void insert(int shard, EncodedEvent event) {
    jdbc.sql(INSERT).params(OutboxColumns.values(List.of(shard), event)).update();
  }

  /**
   * The first rows of each shard, all in one query; each shard's in order. Always from its head: a
   * row that was committed late stands there, and has to be seen before the later rows of its key.
   */
  List<OutboxRow> fetch(List<Wanted> shards) {
    String sql = String.join("\nunion all\n", Collections.nCopies(shards.size(), FETCH_SHARD));
    List<Object> params = new ArrayList<>();
    for (Wanted wanted : shards) {
      SqlArrayValue but = new SqlArrayValue("bigint", wanted.but().toArray());
      Collections.addAll(params, wanted.shard(), but, wanted.most());
    }
    return jdbc.sql(sql).params(params).query((row, n) -> outboxRow(row)).list();
  }

  /** Deletes rows, in one exchange with the database; such as are gone already do not matter. */
  void delete(Map<Integer, List<Long>> idsByShard) {
    List<Object[]> batch = idsByShard.entrySet().stream()
        .map(shard -> RowIds.params(List.of(shard.getKey()), shard.getValue()).toArray())
        .toList();
    template.batchUpdate(
        "delete from event_manager_outbox where shard = ? and " + RowIds.CONDITION, batch);
  }

  private static OutboxRow outboxRow(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getInt("shard"),
        row.getLong("id"),
        OutboxColumns.read(row),
        Place.OUTBOX,
        row.getObject("key_failures") != null);
  }

  /**
   * What to read of a shard.
   *
   * @param but rows that are in hand
   */
  record Wanted(int shard, Set<Long> but, int most) {}
}
