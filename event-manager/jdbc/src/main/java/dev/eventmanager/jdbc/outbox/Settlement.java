package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.outbox.OutboxRow.Place;
import dev.eventmanager.jdbc.outbox.Sending.Failure;
import dev.eventmanager.jdbc.time.Deadline;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the database up to date with what sending came to. Confined to the relay's thread.
 *
 * <p>Each method takes its work off a list only once the database has it, so that whatever a
 * failing database leaves undone is there for the next turn.
 */
final class Settlement {

  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  /** What a crash of the process leaves to be sent twice was confirmed within this time. */
  private static final Duration BETWEEN_DELETIONS = Duration.ofMillis(20);

  private static final int DELETED_AT_ONCE = 100;

  private final OutboxStore store;
  private final WaitingKeys waitingKeys;
  private final TransactionTemplate transaction;
  private final RelaySettings settings;
  private final Sending sending;
  private final Lanes lanes;
  private Deadline nextDeletion = Deadline.now();

  Settlement(
      OutboxStore store,
      WaitingKeys waitingKeys,
      TransactionTemplate transaction,
      RelaySettings settings,
      Sending sending,
      Lanes lanes) {
    this.store = store;
    this.waitingKeys = waitingKeys;
    this.transaction = transaction;
    this.settings = settings;
    this.sending = sending;
    this.lanes = lanes;
  }

  /** Has those of a shard's first rows stand aside whose keys do. */
  void hold(int shard, int most) {
    // A row that is on its queue would be moved along and sent once more.
    deleteConfirmed();
    transaction.executeWithoutResult(status -> holdFirst(shard, most));
  }

  private void holdFirst(int shard, int most) {
    List<Long> ids = waitingKeys.first(shard, most);
    if (!ids.isEmpty()) {
      waitingKeys.hold(shard, ids);
    }
  }

  /** Has the rows of a key with a long backlog stand aside, so that other keys come in reach. */
  void setLongKeyAside(Lane lane) {
    deleteConfirmed();
    LOG.debug("Key {} has a long backlog, which is set aside", lane.orderingKey());
    transaction.executeWithoutResult(status -> {
      waitingKeys.setAside(lane.shard(), lane.orderingKey());
      idsByShard(lane.rows()).forEach(waitingKeys::hold);
    });
    lanes.setAside(lane);
  }

  /**
   * How long deleting can wait, so that it is done in batches and seldom in the way of an event that
   * was just committed; zero or less where it is due.
   */
  long nanosToDeletion() {
    int rows = sending.confirmed().size();
    if (rows == 0) {
      return Long.MAX_VALUE;
    }
    return rows >= DELETED_AT_ONCE || isNeededForOrder() ? 0 : nextDeletion.nanosLeft();
  }

  /** Whether rows are to be moved or read where one that has been sent may still stand. */
  private boolean isNeededForOrder() {
    return !sending.failed().isEmpty() || !sending.drained().isEmpty();
  }

  /** Deletes what is on its queue. */
  void deleteConfirmed() {
    List<OutboxRow> confirmed = sending.confirmed();
    if (confirmed.isEmpty()) {
      return;
    }
    nextDeletion = Deadline.in(BETWEEN_DELETIONS);
    transaction.executeWithoutResult(status -> {
      store.delete(idsByShard(confirmed));
      waitingByKey(confirmed).forEach(this::deleteWaiting);
    });
    confirmed.forEach(lanes::forget);
    confirmed.clear();
  }

  private static Map<Integer, List<Long>> idsByShard(Collection<OutboxRow> rows) {
    return rows.stream()
        .filter(row -> row.place() == Place.OUTBOX)
        .collect(Collectors.groupingBy(
            OutboxRow::shard, Collectors.mapping(OutboxRow::id, Collectors.toList())));
  }

  private static Map<String, List<OutboxRow>> waitingByKey(Collection<OutboxRow> rows) {
    return rows.stream()
        .filter(row -> row.place() == Place.WAITING)
        .collect(Collectors.groupingBy(OutboxRow::orderingKey));
  }

  private void deleteWaiting(String orderingKey, List<OutboxRow> rows) {
    List<Long> ids = rows.stream().map(OutboxRow::id).toList();
    waitingKeys.delete(rows.get(0).shard(), orderingKey, ids);
  }

  /** Has the keys of refused events wait. */
  void setFailedAside() {
    while (!sending.failed().isEmpty()) {
      Failure failure = sending.failed().getFirst();
      if (lanes.has(failure.lane())) {
        setAside(failure);
        lanes.close(failure.lane());
      }
      sending.failed().removeFirst();
    }
  }

  private void setAside(Failure failure) {
    Lane lane = failure.lane();
    Duration backOff = backOff(failure.attempts());
    LOG.warn(
        "Ordering key {} waits {} with all its events after {} attempts, others go on: {}",
        lane.orderingKey(),
        backOff,
        failure.attempts(),
        failure.error());
    transaction.executeWithoutResult(status -> {
      idsByShard(lane.rows()).forEach(waitingKeys::hold);
      waitingKeys.failed(
          lane.shard(), lane.orderingKey(), failure.attempts(), backOff, failure.error());
    });
  }

  private Duration backOff(int attempts) {
    Duration doubled = settings.firstBackOff().multipliedBy(1L << Math.min(attempts - 1, 20));
    Duration longest = settings.longestBackOff();
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }
}
