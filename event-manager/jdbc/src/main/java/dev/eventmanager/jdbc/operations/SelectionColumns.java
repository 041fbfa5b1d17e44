package dev.eventmanager.jdbc.operations;

import dev.eventmanager.jdbc.operations.Selection.FailureGroup;
import dev.eventmanager.jdbc.operations.Selection.OneEvent;
import dev.eventmanager.jdbc.operations.Selection.OneKey;
import dev.eventmanager.jdbc.operations.Selection.WholeQueue;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A selection as it is stored, and as a condition on the parked events {@code p} of a queue. */
record SelectionColumns(
    Kind kind,
    @Nullable Long parkedId,
    @Nullable String orderingKey,
    @Nullable String errorClass,
    @Nullable String errorFrame) {

  /** The stored names, each with its condition on the columns of that kind. */
  enum Kind {
    EVENT("p.id = :parkedId"),
    KEY("p.ordering_key = :orderingKey"),
    GROUP("p.error_class = :errorClass and p.error_frame is not distinct from :errorFrame"),
    QUEUE("true");

    private final String condition;

    Kind(String condition) {
      this.condition = condition;
    }
  }

  static SelectionColumns of(Selection selection) {
    if (selection instanceof OneEvent one) {
      return new SelectionColumns(Kind.EVENT, one.parkedId(), null, null, null);
    }
    if (selection instanceof OneKey key) {
      return new SelectionColumns(Kind.KEY, null, EventColumns.text(key.orderingKey()), null, null);
    }
    if (selection instanceof FailureGroup group) {
      return new SelectionColumns(
          Kind.GROUP, null, null, group.errorClass(), group.frame().orElse(null));
    }
    return new SelectionColumns(Kind.QUEUE, null, null, null, null);
  }

  static Selection read(ResultSet row) throws SQLException {
    String queue = row.getString("queue");
    return switch (Kind.valueOf(row.getString("selection"))) {
      case EVENT -> new OneEvent(row.getLong("parked_id"));
      case KEY -> new OneKey(queue, row.getString("ordering_key"));
      case GROUP ->
        new FailureGroup(
            queue, row.getString("error_class"), Optional.ofNullable(row.getString("error_frame")));
      case QUEUE -> new WholeQueue(queue);
    };
  }

  String condition() {
    return kind.condition;
  }

  /** The columns by the names that conditions give them. */
  Map<String, @Nullable Object> parameters() {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("selection", kind.name());
    parameters.put("parkedId", parkedId);
    parameters.put("orderingKey", orderingKey);
    parameters.put("errorClass", errorClass);
    parameters.put("errorFrame", errorFrame);
    return parameters;
  }
}
