package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.outbox.OutboxRow.Place;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** The rows of the outbox whose keys flow freely. Thread-safe. */
final class OutboxStore {

  private static final String INSERT = "insert into event_manager_outbox (shard, %s) values (?, %s)"
      .formatted(EventColumns.NAMES, EventColumns.PLACEHOLDERS);

  /** The inner query is scalar so that PostgreSQL looks each key up and never reads them all. */
  private static final String FETCH_SHARD = """
      (select o.*, (select k.attempts from event_manager_outbox_key k
                    where k.shard = o.shard and k.ordering_key = o.ordering_key) key_failures
       from event_manager_outbox o where o.shard = ? and o.id > ? order by o.id limit ?)""";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  OutboxStore(DataSource dataSource) {
    this.template = new JdbcTemplate(dataSource);
    this.jdbc = JdbcClient.create(template);
  }

  /** Inserts a row in the current transaction and returns its id. */
  long insert(int shard, EncodedEvent event) {
    KeyHolder id = new GeneratedKeyHolder();
    List<Object> values = new ArrayList<>();
    values.add(shard);
    Collections.addAll(values, EventColumns.values(event));
    jdbc.sql(INSERT).params(values).update(id, "id");
    return Objects.requireNonNull(id.getKey(), "the database returned no id").longValue();
  }

  /** The next rows behind each position, all in one query; each shard's in order. */
  List<OutboxRow> fetch(List<Position> positions) {
    String sql = String.join("\nunion all\n", Collections.nCopies(positions.size(), FETCH_SHARD));
    List<Object> params = new ArrayList<>();
    for (Position position : positions) {
      Collections.addAll(params, position.shard(), position.after(), position.limit());
    }
    return jdbc.sql(sql).params(params).query((row, n) -> outboxRow(row)).list();
  }

  /** Deletes rows of one shard; such as are gone already do not matter. */
  void delete(int shard, List<Long> ids) {
    // An array keeps the statement's text the same for any number of ids.
    template.update(
        "delete from event_manager_outbox where shard = ? and id = any (?)", statement -> {
          statement.setInt(1, shard);
          statement.setArray(2, statement.getConnection().createArrayOf("bigint", ids.toArray()));
        });
  }

  private static OutboxRow outboxRow(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getInt("shard"),
        row.getLong("id"),
        EventColumns.read(row),
        Place.OUTBOX,
        row.getObject("key_failures") != null);
  }

  /** Where to read on in a shard, and how far. */
  record Position(int shard, long after, int limit) {}
}
