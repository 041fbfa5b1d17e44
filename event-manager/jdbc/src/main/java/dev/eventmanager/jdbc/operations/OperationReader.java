package dev.eventmanager.jdbc.operations;

import dev.eventmanager.jdbc.operations.Operation.Confirmation;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows what operators did. Thread-safe. */
final class OperationReader {

  /** An expired preview is as good as gone, whether or not it has been cleared away. */
  private static final String KNOWN =
      "(confirmed_at is not null or expires_at > current_timestamp)";

  private final JdbcClient jdbc;

  OperationReader(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  Optional<Operation> find(String id) {
    Map<ItemState, Long> progress = progress(List.of(id)).getOrDefault(id, Map.of());
    return jdbc.sql("select * from event_manager_operation where id = ? and " + KNOWN)
        .param(id)
        .query((row, n) -> operation(row, progress))
        .optional();
  }

  List<Operation> list(Optional<String> afterId, int most) {
    List<String> ids = ids(afterId, most);
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, Map<ItemState, Long>> progress = progress(ids);
    return jdbc.sql("select * from event_manager_operation where id in (:ids) order by id desc")
        .param("ids", ids)
        .query((row, n) -> operation(row, progress.getOrDefault(row.getString("id"), Map.of())))
        .list();
  }

  /** Ids rise with time. */
  private List<String> ids(Optional<String> afterId, int most) {
    String older = afterId.isPresent() ? " and id < :after" : "";
    JdbcClient.StatementSpec query = jdbc.sql(
            "select id from event_manager_operation where %s%s order by id desc limit :most"
                .formatted(KNOWN, older))
        .param("most", most);
    return afterId
        .map(id -> query.param("after", id))
        .orElse(query)
        .query(String.class)
        .list();
  }

  List<OperationItem> items(String id, long afterParkedId, int most) {
    return jdbc.sql("""
            select * from event_manager_operation_item
            where operation_id = ? and parked_id > ? order by parked_id limit ?
            """)
        .param(id)
        .param(afterParkedId)
        .param(most)
        .query((row, n) -> item(row))
        .list();
  }

  private Map<String, Map<ItemState, Long>> progress(Collection<String> ids) {
    Map<String, Map<ItemState, Long>> progress = new HashMap<>();
    jdbc.sql("""
            select operation_id, state, count(*) as events from event_manager_operation_item
            where operation_id in (:ids) group by operation_id, state
            """).param("ids", ids).query(row -> {
      progress
          .computeIfAbsent(row.getString("operation_id"), id -> new EnumMap<>(ItemState.class))
          .put(ItemState.valueOf(row.getString("state")), row.getLong("events"));
    });
    return progress;
  }

  private static Operation operation(ResultSet row, Map<ItemState, Long> progress)
      throws SQLException {
    return new Operation(
        row.getString("id"),
        OperationKind.valueOf(row.getString("kind")),
        row.getString("queue"),
        SelectionColumns.read(row),
        Optional.ofNullable(row.getString("reason")),
        row.getLong("events"),
        row.getLong("following"),
        row.getLong("overtaken"),
        row.getString("previewed_by"),
        EventColumns.instant(row, "previewed_at"),
        EventColumns.instant(row, "expires_at"),
        confirmation(row),
        Map.copyOf(progress));
  }

  private static Optional<Confirmation> confirmation(ResultSet row) throws SQLException {
    String by = row.getString("confirmed_by");
    return by == null
        ? Optional.empty()
        : Optional.of(new Confirmation(by, EventColumns.instant(row, "confirmed_at")));
  }

  private static OperationItem item(ResultSet row) throws SQLException {
    return new OperationItem(
        row.getLong("parked_id"),
        row.getString("event_id"),
        row.getString("ordering_key"),
        row.getBoolean("head"),
        ItemState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("gone_because")).map(GoneReason::valueOf),
        EventColumns.instantOrNone(row, "settled_at"));
  }
}
