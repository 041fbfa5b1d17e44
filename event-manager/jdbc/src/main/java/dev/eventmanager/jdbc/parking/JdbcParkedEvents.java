package dev.eventmanager.jdbc.parking;

import dev.eventmanager.ParkReason;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps parked events in the service's database. Thread-safe.
 *
 * <p>Events of one queue and ordering key keep the order in which they were parked, the one that
 * failed first at their head. Each event is kept once for a queue, by its event id.
 */
public final class JdbcParkedEvents implements ParkedEvents {

  private static final String INSERT = """
      insert into event_manager_parked (queue, key_hash, holds_key, reason, attempts,
          first_failed_at, last_failed_at, error_class, error_message, error_frame, %s)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %s)
      on conflict do nothing
      """.formatted(EventColumns.NAMES, EventColumns.PLACEHOLDERS);

  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;

  public JdbcParkedEvents(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.ownTransaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    // What is parked stays parked, whatever becomes of the transaction it failed in.
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public void park(ParkedEvent event) {
    ownTransaction.executeWithoutResult(
        status -> jdbc.sql(INSERT).params(values(event)).update());
  }

  private static List<@Nullable Object> values(ParkedEvent parked) {
    Optional<ParkedFailure> failure = parked.failure().map(FailureReader::read);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(parked.queue());
    values.add(keyHash(parked.event().metadata().orderingKey()));
    values.add(parked.reason().holdsKey());
    values.add(parked.reason().name());
    values.add(parked.attempts());
    values.add(EventColumns.timestamp(parked.firstFailedAt()));
    values.add(EventColumns.timestamp(parked.lastFailedAt()));
    values.add(failure.map(ParkedFailure::errorClass).orElse(null));
    values.add(failure.flatMap(ParkedFailure::message).orElse(null));
    values.add(failure.flatMap(ParkedFailure::frame).orElse(null));
    Collections.addAll(values, EventColumns.values(parked.event()));
    return values;
  }

  @Override
  public boolean holds(String queue, String orderingKey) {
    return jdbc.sql("""
            select exists (
                select 1 from event_manager_parked
                where queue = ? and key_hash = ? and ordering_key = ? and holds_key)
            """)
        .param(queue)
        .param(keyHash(orderingKey))
        .param(EventColumns.text(orderingKey))
        .query(Boolean.class)
        .single();
  }

  @Override
  public long count(String queue) {
    return jdbc.sql("select count(*) from event_manager_parked where queue = ?")
        .param(queue)
        .query(Long.class)
        .single();
  }

  /**
   * The parked events of a queue in the order in which they were parked, a page at a time.
   *
   * @param afterId the id of the last one seen; 0 to begin
   * @param most the size of the page
   */
  public List<ParkedRow> list(String queue, long afterId, int most) {
    return jdbc.sql(
            "select * from event_manager_parked where queue = ? and id > ? order by id limit ?")
        .param(queue)
        .param(afterId)
        .param(most)
        .query((row, n) -> parkedRow(row))
        .list();
  }

  /** One parked event, by its place. */
  public Optional<ParkedRow> find(long id) {
    return jdbc.sql("select * from event_manager_parked where id = ?")
        .param(id)
        .query((row, n) -> parkedRow(row))
        .optional();
  }

  /** By the text as it is stored; the same in every instance and for ever. */
  private static int keyHash(String orderingKey) {
    return EventColumns.text(orderingKey).hashCode();
  }

  private static ParkedRow parkedRow(ResultSet row) throws SQLException {
    return new ParkedRow(
        row.getLong("id"),
        row.getString("queue"),
        ParkReason.valueOf(row.getString("reason")),
        row.getInt("attempts"),
        EventColumns.instant(row, "first_failed_at"),
        EventColumns.instant(row, "last_failed_at"),
        parkedFailure(row),
        EventColumns.read(row));
  }

  private static Optional<ParkedFailure> parkedFailure(ResultSet row) throws SQLException {
    String errorClass = row.getString("error_class");
    if (errorClass == null) {
      return Optional.empty();
    }
    return Optional.of(new ParkedFailure(
        errorClass,
        Optional.ofNullable(row.getString("error_message")),
        Optional.ofNullable(row.getString("error_frame"))));
  }
}
