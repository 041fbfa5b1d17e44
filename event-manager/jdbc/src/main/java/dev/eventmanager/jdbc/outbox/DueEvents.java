package dev.eventmanager.jdbc.outbox;

import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/** Has later events join the outbox when they are due. Confined to the relay's thread. */
final class DueEvents {

  private static final int BATCH = 500;

  private final LaterStore store;
  private final ShardLeases leases;
  private final TransactionTemplate transaction;
  private final ShardScans scans;

  private boolean more;

  DueEvents(
      LaterStore store, ShardLeases leases, TransactionTemplate transaction, ShardScans scans) {
    this.store = store;
    this.leases = leases;
    this.transaction = transaction;
    this.scans = scans;
  }

  /** Whether the last look left some for the next. */
  boolean hasMore() {
    return more;
  }

  /** Moves a batch of what is due in each shard. */
  void move(Set<Integer> shards) {
    more = false;
    if (shards.isEmpty()) {
      return;
    }
    for (int shard : store.dueShards(shards)) {
      int moved = transaction.execute(status -> move(shard));
      more = more || moved == BATCH;
      scans.found(shard);
    }
  }

  /** Only a shard that is this relay's for certain, since two that move could swap two events. */
  private int move(int shard) {
    return leases.lock(shard) ? store.moveDue(shard, BATCH) : 0;
  }
}
