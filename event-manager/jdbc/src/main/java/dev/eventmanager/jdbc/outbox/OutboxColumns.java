package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** The columns that hold an event that is still to be sent, with the twins that go with it. */
final class OutboxColumns {

  /** All columns, in the order of {@link #values}. */
  static final String NAMES = EventColumns.NAMES + ", twin_bodies";

  /** One placeholder for each column. */
  static final String PLACEHOLDERS = EventColumns.PLACEHOLDERS + ", ?";

  private OutboxColumns() {}

  /** An event's values behind others of the row. */
  static List<@Nullable Object> values(List<Object> before, EncodedEvent event) {
    List<@Nullable Object> values = new ArrayList<>(before);
    Collections.addAll(values, EventColumns.values(event));
    values.add(
        event.twinBodies().isEmpty()
            ? null
            : new SqlArrayValue("bytea", (Object[]) event.twinBodies().toArray(byte[][]::new)));
    return values;
  }

  /** The event in the current row. */
  static EncodedEvent read(ResultSet row) throws SQLException {
    return new EncodedEvent(
        EventColumns.readMetadata(row),
        row.getBytes("body"),
        twinBodies(row.getArray("twin_bodies")));
  }

  private static List<byte[]> twinBodies(@Nullable Array bodies) throws SQLException {
    return bodies == null
        ? List.of()
        : Arrays.stream((Object[]) bodies.getArray()).map(byte[].class::cast).toList();
  }
}
