package dev.eventmanager.benchmarks.outbox;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The row that the outbox inserts, by the driver alone and on one connection. */
final class BareInsert implements Committers.Committer {

  private final Connection connection;
  private final PreparedStatement insert;
  private final SampleEvents events;

  BareInsert(Connection connection, SampleEvents events) throws SQLException {
    this.connection = connection;
    this.events = events;
    connection.setAutoCommit(false);
    this.insert =
        connection.prepareStatement("insert into event_manager_outbox (shard, %s) values (?, %s)"
            .formatted(EventColumns.NAMES, EventColumns.PLACEHOLDERS));
  }

  @Override
  public void commit() throws SQLException {
    EncodedEvent event = events.next();
    insert.setInt(1, Math.floorMod(event.metadata().orderingKey().hashCode(), 16));
    int index = 2;
    for (@Nullable Object value : EventColumns.values(event)) {
      insert.setObject(index++, value);
    }
    insert.executeUpdate();
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
