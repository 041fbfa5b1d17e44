package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.outbox.OutboxRow.Place;
import dev.eventmanager.jdbc.outbox.Sending.Failure;
import dev.eventmanager.jdbc.outbox.WaitingKeys.DueKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final int MOST_KEYS_RETRIED = 100;
  private static final int ROWS_PER_REFILL = 50;

  private final OutboxStore store;
  private final WaitingKeys waitingKeys;
  private final TransactionTemplate transaction;
  private final RelaySettings settings;
  private final Sending sending;
  private final Lanes lanes;

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

  /** Has rows of waiting keys join those that wait already. */
  void hold(Collection<OutboxRow> rows) {
    if (!rows.isEmpty()) {
      transaction.executeWithoutResult(status -> idsByShard(rows).forEach(waitingKeys::hold));
    }
  }

  /** Deletes what is on its queue. */
  void deleteConfirmed() {
    List<OutboxRow> confirmed = sending.confirmed();
    if (confirmed.isEmpty()) {
      return;
    }
    transaction.executeWithoutResult(status -> {
      idsByShard(confirmed).forEach(store::delete);
      confirmed.stream().filter(row -> row.place() == Place.WAITING).forEach(waitingKeys::delete);
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
        "{} was not published; it and its key {} wait {} after {} attempts: {}",
        failure.head().event(),
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

  /** Begins to drain the keys whose next attempt is due. */
  void openDueKeys(Set<Integer> shards) {
    if (shards.isEmpty()) {
      return;
    }
    waitingKeys.due(shards, MOST_KEYS_RETRIED).stream()
        .filter(key -> !lanes.hasLane(key.orderingKey()))
        .forEach(this::tryHead);
  }

  /** Its head alone at first: what waits behind it is read once that got through. */
  private void tryHead(DueKey key) {
    List<OutboxRow> head = waitingKeys.behind(key.shard(), key.orderingKey(), 0, 1);
    if (head.isEmpty()) {
      release(key.shard(), key.orderingKey());
    } else {
      lanes.open(Lane.draining(head.get(0), key.attempts()));
    }
  }

  /** What waited behind a head that got through follows it; then the key flows again. */
  void refillDrained() {
    while (!sending.drained().isEmpty()) {
      Lane lane = sending.drained().getFirst();
      if (lanes.has(lane)) {
        refill(lane);
      }
      sending.drained().removeFirst();
    }
  }

  private void refill(Lane lane) {
    List<OutboxRow> rows =
        waitingKeys.behind(lane.shard(), lane.orderingKey(), lane.lastId(), ROWS_PER_REFILL);
    if (rows.isEmpty()) {
      release(lane.shard(), lane.orderingKey());
      lanes.close(lane);
    } else {
      lanes.refill(lane, rows);
    }
  }

  private void release(int shard, String orderingKey) {
    transaction.executeWithoutResult(status -> waitingKeys.release(shard, orderingKey));
  }
}
