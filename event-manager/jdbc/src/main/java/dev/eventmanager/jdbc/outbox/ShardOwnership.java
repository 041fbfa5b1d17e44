package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.time.Deadline;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the relay's share of the shards: renews their leases, takes more while there are free ones,
 * and hands some over when another relay comes. Confined to the relay's thread.
 */
final class ShardOwnership {

  private final ShardLeases leases;
  private final TransactionTemplate transaction;
  private final Duration lease;
  private final ShardScans scans;
  private final Lanes lanes;

  /** Shards still leased that are no longer read and go to another relay once they are idle. */
  private final Set<Integer> leaving = new TreeSet<>();

  private Deadline nextRenewal = Deadline.now();
  private Deadline certainUntil = Deadline.now();

  ShardOwnership(
      ShardLeases leases,
      TransactionTemplate transaction,
      Duration lease,
      ShardScans scans,
      Lanes lanes) {
    this.leases = leases;
    this.transaction = transaction;
    this.lease = lease;
    this.scans = scans;
    this.lanes = lanes;
  }

  /** Whether the leases cannot have run out yet. */
  boolean isCertain() {
    return !certainUntil.isPast();
  }

  void renewIfDue() {
    if (!nextRenewal.isPast()) {
      return;
    }
    Deadline end = Deadline.in(lease);
    int share = inTransaction(leases::share);
    Set<Integer> leased = inTransaction(leases::renew);
    if (leased.size() < share) {
      int missing = share - leased.size();
      transaction.executeWithoutResult(status -> leases.acquire(missing));
      leased = inTransaction(leases::renew);
    }
    adopt(leased);
    leaveSurplus(leased.size() - leaving.size() - share);
    certainUntil = end;
    nextRenewal = Deadline.in(lease.dividedBy(3));
  }

  private <T> T inTransaction(Supplier<T> statement) {
    return transaction.execute(status -> statement.get());
  }

  private void adopt(Set<Integer> leased) {
    for (int lost : minus(scans.shards(), leased)) {
      scans.remove(lost);
      lanes.abandon(lost);
    }
    leaving.retainAll(leased);
    for (int gained : minus(minus(leased, scans.shards()), leaving)) {
      scans.add(gained);
    }
  }

  private static Set<Integer> minus(Set<Integer> all, Set<Integer> some) {
    Set<Integer> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private void leaveSurplus(int surplus) {
    List<Integer> last = scans.shards().stream()
        .sorted(Comparator.reverseOrder())
        .limit(Math.max(surplus, 0))
        .toList();
    leaving.addAll(last);
    last.forEach(scans::remove);
  }

  /**
   * Hands over those leaving shards that have nothing under way any more.
   *
   * @param allDeleted whether every confirmed row has left the database
   */
  void handOver(boolean allDeleted) {
    List<Integer> idle = leaving.stream().filter(lanes::wind).toList();
    if (allDeleted) {
      for (int shard : idle) {
        transaction.executeWithoutResult(status -> leases.release(shard));
        leaving.remove(shard);
      }
    }
  }

  void leave() {
    transaction.executeWithoutResult(status -> leases.leave());
  }
}
