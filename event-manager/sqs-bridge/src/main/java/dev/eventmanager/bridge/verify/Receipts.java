package dev.eventmanager.bridge.verify;

import dev.eventmanager.jdbc.schema.EventColumns;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What SQS or SNS said it took, as the bridge noted it: event, group and sequence number. Reading
 * them changes nothing. What happened to the messages afterwards they do not tell.
 */
final class Receipts implements MirrorSide {

  private static final int ROWS_AT_ONCE = 1_000;

  /** By so much the clocks of broker and bridge may differ. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private static final String ROWS = """
      select event_id, message_group, digest, sequence_number, possible_duplicate, first_attempt_at
      from event_manager_mirror_intent
      where queue = ? and state = 'SENT' and first_attempt_at >= ?
      order by char_length(sequence_number), sequence_number
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final String target;

  Receipts(DataSource dataSource, String target) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(ROWS_AT_ONCE);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.target = target;
  }

  @Override
  public String name() {
    return "the receipts of " + target;
  }

  /** In a transaction, without which PostgreSQL would send all rows at once. */
  @Override
  public void read(Window window, Comparison comparison) {
    transaction.executeWithoutResult(status -> jdbc.query(
        ROWS,
        row -> {
          var sighting = new Sighting(
              row.getString("event_id"),
              row.getString("message_group"),
              row.getLong("digest"),
              row.getBoolean("possible_duplicate"));
          var attempted = EventColumns.instant(row, "first_attempt_at");
          if (comparison.isPublished(sighting.id()) || isWithin(window, attempted)) {
            tell(sighting, row.getString("sequence_number"), comparison);
          }
        },
        target,
        EventColumns.timestamp(window.since().minus(SKEW))));
  }

  private static boolean isWithin(Window window, Instant attempted) {
    return !attempted.isBefore(window.since()) && attempted.isBefore(window.upTo());
  }

  /** An emulator of SNS gives no number, and so no order. */
  private static void tell(Sighting sighting, String sequenceNumber, Comparison comparison) {
    if (NUMBER.matcher(sequenceNumber).matches()) {
      comparison.mirrored(sighting);
    } else {
      comparison.mirroredSomewhere(sighting);
    }
  }
}
