package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.outbox.WaitingKeys.DueKey;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the rows that stand aside, each key's from its head, until the key flows again. Confined to
 * the relay's thread.
 *
 * <p>A bounded number of keys is drained at once; where more of them could go on they take turns.
 */
final class Draining {

  /** Rows of one key in memory. */
  static final int ROWS = 50;

  private final WaitingKeys waitingKeys;
  private final TransactionTemplate transaction;
  private final Sending sending;
  private final Lanes lanes;
  private final int mostKeys;

  private boolean crowded;

  Draining(
      WaitingKeys waitingKeys,
      TransactionTemplate transaction,
      Sending sending,
      Lanes lanes,
      int mostKeys) {
    this.waitingKeys = waitingKeys;
    this.transaction = transaction;
    this.sending = sending;
    this.lanes = lanes;
    this.mostKeys = mostKeys;
  }

  /** Whether further keys wait for their turn, and one of them may have it. */
  boolean hasTurns() {
    return crowded && lanes.draining() < mostKeys;
  }

  /** Begins with those keys of which the head may be tried, as far as there is room. */
  void open(Set<Integer> shards) {
    if (shards.isEmpty()) {
      return;
    }
    // As many again as may be open: so those that wait for their turn are seen behind them.
    List<DueKey> waiting = waitingKeys.due(shards, 2 * mostKeys).stream()
        .filter(key -> !lanes.hasLane(key.orderingKey()))
        .toList();
    int room = Math.max(0, mostKeys - lanes.draining());
    crowded = waiting.size() > room;
    waiting.stream().limit(room).forEach(this::open);
  }

  /** Of a key that has failed the head alone: the rest is read once that got through. */
  private void open(DueKey key) {
    List<OutboxRow> rows =
        waitingKeys.behind(key.shard(), key.orderingKey(), 0, key.attempts() > 0 ? 1 : ROWS);
    if (rows.isEmpty()) {
      release(key.shard(), key.orderingKey());
    } else {
      lanes.open(Lane.draining(rows, key.attempts()));
    }
  }

  /** Goes on with the keys of which all rows in memory got through. */
  void goOn() {
    while (!sending.drained().isEmpty()) {
      Lane lane = sending.drained().getFirst();
      if (lanes.has(lane)) {
        goOn(lane);
      }
      sending.drained().removeFirst();
    }
  }

  private void goOn(Lane lane) {
    if (crowded || lane.tellRecovery()) {
      transaction.executeWithoutResult(
          status -> waitingKeys.drainFurther(lane.shard(), lane.orderingKey()));
    }
    if (crowded) {
      lanes.close(lane);
    } else {
      refill(lane);
    }
  }

  private void refill(Lane lane) {
    List<OutboxRow> rows =
        waitingKeys.behind(lane.shard(), lane.orderingKey(), lane.lastId(), ROWS);
    if (rows.isEmpty()) {
      release(lane.shard(), lane.orderingKey());
      lanes.close(lane);
    } else {
      lanes.refill(lane, rows);
    }
  }

  /** Lets the key flow, unless a row came late and stands aside. */
  private void release(int shard, String orderingKey) {
    transaction.executeWithoutResult(status -> waitingKeys.release(shard, orderingKey));
  }
}
