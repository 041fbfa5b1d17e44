package dev.eventmanager.jdbc.outbox;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Rows that were committed and that the relay has not looked at yet: the lowest id of each shard,
 * so that it takes the same room for one commit as for a million. Thread-safe.
 */
final class Nudges {

  private static final long NONE = Long.MAX_VALUE;

  private final AtomicLongArray lowest = new AtomicLongArray(Shards.COUNT);

  Nudges() {
    for (int shard = 0; shard < Shards.COUNT; shard++) {
      lowest.set(shard, NONE);
    }
  }

  /** Adds one; returns whether the shard had none, so that the relay must be woken. */
  boolean add(int shard, long id) {
    return lowest.getAndAccumulate(shard, id, Math::min) == NONE;
  }

  /** Hands all over and forgets them. */
  void takeAll(Taker taker) {
    for (int shard = 0; shard < Shards.COUNT; shard++) {
      long id = lowest.getAndSet(shard, NONE);
      if (id != NONE) {
        taker.take(shard, id);
      }
    }
  }

  @FunctionalInterface
  interface Taker {
    void take(int shard, long id);
  }
}
