package dev.eventmanager.jdbc.parking;

import dev.eventmanager.ParkReason;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows operators what stands aside. Thread-safe. */
public final class ParkedReader {

  private static final String ROWS = """
      select p.id, p.queue, p.sequence_id, s.state, p.reason, p.attempts, p.first_failed_at,
          p.last_failed_at, p.error_class, p.error_message, p.error_frame, %s,
          not exists (
              select 1 from event_manager_parked b
              where b.queue = p.queue and b.sequence_id = p.sequence_id and b.id < p.id) as head
      from event_manager_parked p
      join event_manager_sequence s on s.queue = p.queue and s.sequence_id = p.sequence_id
      """.formatted(prefixed(EventColumns.METADATA));

  private final JdbcClient jdbc;

  public ParkedReader(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * The events that stand aside, in the order in which they were set aside, a page at a time.
   *
   * @param afterId the id of the last one seen; 0 to begin
   * @param most the size of the page
   */
  public List<ParkedRow> list(ParkedFilter filter, long afterId, int most) {
    Conditions conditions = new Conditions()
        .equal("p.queue", filter.queue())
        .equal("s.state", filter.state().map(SequenceState::name))
        .equal("p.ordering_key", filter.orderingKey().map(EventColumns::text))
        .equal("p.error_class", filter.errorClass())
        .equal("p.error_frame", filter.frame());
    return jdbc.sql(ROWS + "where p.id > ?" + conditions + " order by p.id limit ?")
        .param(afterId)
        .params(conditions.values())
        .param(most)
        .query((row, n) -> parkedRow(row))
        .list();
  }

  /** What failed alike, the largest group first. */
  public List<ParkedGroup> groups(Optional<String> queue) {
    Conditions conditions = new Conditions().equal("queue", queue);
    return jdbc.sql("""
            select queue, error_class, error_frame, count(*) as events,
                min(first_failed_at) as oldest, max(last_failed_at) as newest
            from event_manager_parked where error_class is not null%s
            group by queue, error_class, error_frame
            order by events desc, queue, error_class, error_frame
            """.formatted(conditions))
        .params(conditions.values())
        .query((row, n) -> parkedGroup(row))
        .list();
  }

  /** One event, by its place. */
  public Optional<ParkedDetails> find(long id) {
    return jdbc.sql(ROWS + "where p.id = ?")
        .param(id)
        .query((row, n) -> parkedRow(row))
        .optional()
        .flatMap(this::details);
  }

  /** A second statement; empty where the event was settled between the two. */
  private Optional<ParkedDetails> details(ParkedRow parked) {
    return jdbc.sql("select error_stack, %s from event_manager_parked where id = ?"
            .formatted(EventColumns.NAMES))
        .param(parked.id())
        .query((row, n) -> new ParkedDetails(
            parked, Optional.ofNullable(row.getString("error_stack")), EventColumns.read(row)))
        .optional();
  }

  /** Where an event stands in its sequence; of one that was settled meanwhile, nothing is around it. */
  public ParkedPosition position(ParkedRow parked) {
    return jdbc.sql("""
            select count(case when p.id < :id then 1 end) as before,
                count(case when p.id > :id then 1 end) as behind,
                min(s.next_attempt_at) as next_attempt_at
            from event_manager_sequence s
            join event_manager_parked p on p.queue = s.queue and p.sequence_id = s.sequence_id
            where s.queue = :queue and s.sequence_id = :sequence
            """)
        .param("id", parked.id())
        .param("queue", parked.queue())
        .param("sequence", parked.sequenceId())
        .query((row, n) -> new ParkedPosition(
            row.getLong("before"),
            row.getLong("behind"),
            EventColumns.instantOrNone(row, "next_attempt_at")))
        .single();
  }

  private static ParkedRow parkedRow(ResultSet row) throws SQLException {
    return new ParkedRow(
        row.getLong("id"),
        row.getString("queue"),
        row.getString("sequence_id"),
        SequenceState.valueOf(row.getString("state")),
        row.getBoolean("head"),
        ParkReason.valueOf(row.getString("reason")),
        row.getInt("attempts"),
        EventColumns.instant(row, "first_failed_at"),
        EventColumns.instant(row, "last_failed_at"),
        ParkedFailure.read(row),
        EventColumns.readMetadata(row));
  }

  private static ParkedGroup parkedGroup(ResultSet row) throws SQLException {
    return new ParkedGroup(
        row.getString("queue"),
        row.getString("error_class"),
        Optional.ofNullable(row.getString("error_frame")),
        row.getLong("events"),
        EventColumns.instant(row, "oldest"),
        EventColumns.instant(row, "newest"));
  }

  private static String prefixed(String columns) {
    return Arrays.stream(columns.split(", ")).map("p."::concat).collect(Collectors.joining(", "));
  }
}
