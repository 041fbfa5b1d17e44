package dev.eventmanager.bridge.notifications;

import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.s3.S3Events;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what came, once each, until it is released and a while beyond. Thread-safe. */
final class NotificationStore {

  private static final int FORGOTTEN_AT_ONCE = 1_000;
  private static final String FROM_NOW =
      "current_timestamp + cast(? as double precision) * interval '1' second";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final EventCodec codec = new EventCodec(EventCatalogue.of(new S3Events().events()));

  NotificationStore(DataSource database) {
    this.template = new JdbcTemplate(database);
    this.jdbc = JdbcClient.create(template);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  /**
   * Keeps notifications, all of them or none.
   *
   * @return how many are new; the others were there, released or not
   */
  int add(List<Notification> notifications, Duration settle) {
    // All in one order, so that two instances that were given copies never wait for each other.
    var rows = notifications.stream()
        .map(each -> row(each, settle))
        .sorted(Comparator.comparing(row -> String.valueOf(row[0])))
        .toList();
    var added = transaction.execute(status -> template.batchUpdate("""
        insert into event_manager_s3_notification
            (event_id, object, sequencer, occurred_at, body, due_at)
        values (?, ?, ?, ?, ?, %s) on conflict do nothing
        """.formatted(FROM_NOW), rows));
    return Arrays.stream(added == null ? new int[0] : added).sum();
  }

  private @Nullable Object[] row(Notification notification, Duration settle) {
    return new @Nullable Object[] {
      notification.id(),
      notification.object(),
      notification.place().map(BigDecimal::new).orElse(null),
      notification.change().time().atOffset(ZoneOffset.UTC),
      codec.encode(notification.type(), notification.change()),
      settle.toNanos() / 1e9
    };
  }

  /** How many wait. */
  long waiting() {
    return jdbc.sql("select count(*) from event_manager_s3_notification where due_at is not null")
        .query(Long.class)
        .single();
  }

  /** Since when the longest overdue could have been released, if any is overdue. */
  Optional<Instant> overdueSince() {
    return jdbc.sql("""
            select due_at from event_manager_s3_notification
            where due_at < current_timestamp order by due_at limit 1
            """)
        .query((row, n) -> row.getObject("due_at", OffsetDateTime.class).toInstant())
        .optional();
  }

  /** Forgets some of what was released before that, and how far objects were that rest since. */
  void forget(Duration retention) {
    forget("event_manager_s3_notification", "event_id", retention);
    forget("event_manager_s3_object", "object", retention);
  }

  /** Again with the time: whoever is releasing something of an object may have gone before. */
  private void forget(String table, String key, Duration retention) {
    var ago = -retention.toNanos() / 1e9;
    var keys = jdbc.sql("select %s from %s where released_at < %s order by released_at limit ?"
            .formatted(key, table, FROM_NOW))
        .param(ago)
        .param(FORGOTTEN_AT_ONCE)
        .query(String.class)
        .list();
    transaction.executeWithoutResult(status -> template.batchUpdate(
        "delete from %s where %s = ? and released_at < %s".formatted(table, key, FROM_NOW),
        keys.stream().map(each -> new Object[] {each, ago}).toList()));
  }
}
