package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of events that are not due yet. Thread-safe; transactions are the caller's. */
final class LaterStore {

  private static final String INSERT =
      "insert into event_manager_outbox_later (shard, due, %s) values (?, ?, %s)"
          .formatted(OutboxColumns.NAMES, OutboxColumns.PLACEHOLDERS);

  private static final String COPY = """
      insert into event_manager_outbox (shard, %1$s)
      select shard, %1$s from event_manager_outbox_later
      where shard = ? and due <= ? and %2$s order by due, id
      """.formatted(OutboxColumns.NAMES, RowIds.CONDITION);

  private static final String DELETE =
      "delete from event_manager_outbox_later where shard = ? and due <= ? and " + RowIds.CONDITION;

  private final JdbcClient jdbc;

  LaterStore(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  void insert(int shard, Instant due, EncodedEvent event) {
    List<Object> before = List.of(shard, EventColumns.timestamp(due));
    jdbc.sql(INSERT).params(OutboxColumns.values(before, event)).update();
  }

  /** Deletes the event; false if there is none. */
  boolean delete(String eventId) {
    return jdbc.sql("delete from event_manager_outbox_later where event_id = ?")
            .param(EventColumns.id(eventId))
            .update()
        > 0;
  }

  /** Which of these shards have events that are due: one look into the index for each. */
  List<Integer> dueShards(Collection<Integer> shards) {
    return jdbc.sql("""
            select s.shard from event_manager_outbox_shard s
            where s.shard in (:shards) and exists (
                select 1 from event_manager_outbox_later l
                where l.shard = s.shard and l.due <= current_timestamp)
            """).param("shards", shards).query(Integer.class).list();
  }

  /**
   * Moves what is due in a shard to the end of the outbox, in the order in which it is due. Rows
   * that another transaction is about to cancel are left alone.
   *
   * @return how many were moved
   */
  int moveDue(int shard, int most) {
    List<Due> due = lockDue(shard, most);
    if (due.isEmpty()) {
      return 0;
    }
    // The last time due keeps both statements within the part of the index that was just read.
    OffsetDateTime last = due.get(due.size() - 1).at();
    List<Object> params =
        RowIds.params(List.of(shard, last), due.stream().map(Due::id).toList());
    jdbc.sql(COPY).params(params).update();
    jdbc.sql(DELETE).params(params).update();
    return due.size();
  }

  private List<Due> lockDue(int shard, int most) {
    return jdbc.sql("""
            select due, id from event_manager_outbox_later
            where shard = ? and due <= current_timestamp
            order by shard, due, id limit ? for update skip locked
            """)
        .params(shard, most)
        .query((row, n) -> new Due(row.getObject("due", OffsetDateTime.class), row.getLong("id")))
        .list();
  }

  private record Due(OffsetDateTime at, long id) {}
}
