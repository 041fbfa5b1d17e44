package dev.eventmanager.jdbc.parking;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps an event from being handled while it is set aside. Thread-safe; transactions are the
 * caller's.
 *
 * <p>The claim is the row that a handler's transaction would begin with. So taking it waits for
 * whoever is handling the same event, and tells whether they have succeeded: an instance that lost
 * its queue meanwhile does not set aside what its successor has dealt with.
 */
final class InboxClaim {

  private final JdbcClient jdbc;

  InboxClaim(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Takes it; false if the event has been handled. To be given back in the same transaction.
   *
   * <p>It is true as well where another event was handled under this id, which says nothing of this
   * one unless they are twins.
   */
  boolean take(String queue, EncodedEvent event) {
    return insert(queue, event) || !isHandled(queue, event);
  }

  private boolean insert(String queue, EncodedEvent event) {
    return jdbc.sql("""
                insert into event_manager_inbox (queue, event_id, fingerprint, handled_at)
                values (?, ?, ?, current_timestamp) on conflict do nothing
                """).params(values(queue, event)).update() == 1;
  }

  private boolean isHandled(String queue, EncodedEvent event) {
    return jdbc.sql("""
            select exists (
                select 1 from event_manager_inbox
                where queue = ? and event_id = ? and (fingerprint = ? or ?))
            """)
        .params(values(queue, event))
        .param(event.metadata().twins().isPresent())
        .query(Boolean.class)
        .single();
  }

  void giveBack(String queue, EncodedEvent event) {
    jdbc.sql("""
            delete from event_manager_inbox
            where queue = ? and event_id = ? and fingerprint = ?
            """).params(values(queue, event)).update();
  }

  private static List<Object> values(String queue, EncodedEvent event) {
    return List.of(
        queue, EventColumns.id(event.metadata().originalId()), EventColumns.fingerprint(event));
  }
}
