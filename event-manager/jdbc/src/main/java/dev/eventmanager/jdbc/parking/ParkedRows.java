package dev.eventmanager.jdbc.parking;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.AttemptOutcome.Failed;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events of the sequences. Thread-safe; transactions are the caller's. */
final class ParkedRows {

  private static final String INSERT =
      """
      insert into event_manager_parked (%s)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %s)
      on conflict do nothing
      """.formatted(ParkedColumns.NAMES, EventColumns.PLACEHOLDERS);

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  ParkedRows(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.batches = new JdbcTemplate(dataSource);
  }

  /** Adds one at the end of a sequence that the caller has locked; false if it is there already. */
  boolean append(HeldSequence sequence, ParkedEvent event) {
    return jdbc.sql(INSERT).params(values(sequence, event)).update() == 1;
  }

  /** Adds all in their order, as {@link #append} does; false if each is there already. */
  boolean appendAll(HeldSequence sequence, List<ParkedEvent> events) {
    int[] added = batches.batchUpdate(
        INSERT, events.stream().map(each -> values(sequence, each).toArray()).toList());
    return IntStream.of(added).anyMatch(rows -> rows != 0);
  }

  /** The first of a sequence beyond a place; 0 for its head. */
  Optional<HeldEvent> first(HeldSequence sequence, long afterId, Standing standing) {
    return jdbc.sql("""
            select id, attempts, first_failed_at, %s from event_manager_parked
            where queue = ? and sequence_id = ? and id > ? order by id limit 1
            """.formatted(EventColumns.NAMES))
        .param(sequence.queue())
        .param(sequence.sequenceId())
        .param(afterId)
        .query((row, n) -> new HeldEvent(
            row.getLong("id"),
            sequence,
            standing.state(),
            standing.failures(),
            standing.timesLost(),
            row.getInt("attempts"),
            EventColumns.instant(row, "first_failed_at"),
            EventColumns.read(row)))
        .optional();
  }

  /** One more attempt at it has failed. */
  void failed(HeldEvent event, Failed failed, Instant now) {
    ParkedFailure failure = FailureReader.read(failed.failure());
    Instant first = event.attempts() == 0 ? now : event.firstFailedAt();
    jdbc.sql("""
            update event_manager_parked
            set reason = ?, attempts = ?, first_failed_at = ?, last_failed_at = ?,
                error_class = ?, error_message = ?, error_frame = ?, error_stack = ?
            where id = ?
            """)
        .param(failed.reason().name())
        .param(event.attempts() + 1)
        .param(EventColumns.timestamp(first))
        .param(EventColumns.timestamp(now))
        .param(failure.errorClass())
        .param(failure.message().orElse(null))
        .param(failure.frame().orElse(null))
        .param(FailureReader.stackOf(failed.failure()))
        .param(event.id())
        .update();
  }

  void move(long id, HeldSequence sequence) {
    jdbc.sql("update event_manager_parked set sequence_id = ? where id = ?")
        .param(sequence.sequenceId())
        .param(id)
        .update();
  }

  /** Removes one from a sequence; false if it is not there any more. */
  boolean delete(HeldSequence sequence, long id) {
    return jdbc.sql("""
                delete from event_manager_parked
                where id = ? and queue = ? and sequence_id = ?
                """)
            .param(id)
            .param(sequence.queue())
            .param(sequence.sequenceId())
            .update()
        == 1;
  }

  private static List<@Nullable Object> values(HeldSequence sequence, ParkedEvent parked) {
    EncodedEvent event = parked.event();
    Optional<ParkedFailure> failure = parked.failure().map(FailureReader::read);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(sequence.queue());
    values.add(sequence.sequenceId());
    values.add(parked.reason().name());
    values.add(parked.attempts());
    values.add(EventColumns.timestamp(parked.firstFailedAt()));
    values.add(EventColumns.timestamp(parked.lastFailedAt()));
    values.add(failure.map(ParkedFailure::errorClass).orElse(null));
    values.add(failure.flatMap(ParkedFailure::message).orElse(null));
    values.add(failure.flatMap(ParkedFailure::frame).orElse(null));
    values.add(parked.failure().map(FailureReader::stackOf).orElse(null));
    values.add(EventColumns.fingerprint(event));
    Collections.addAll(values, EventColumns.values(event));
    return values;
  }
}
