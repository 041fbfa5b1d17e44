package dev.eventmanager.jdbc.outbox;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;

/**
 * Commits that the relay has not looked at yet: a mark for each shard, so that it takes the same room
 * for one commit as for a million. Thread-safe.
 */
final class Nudges {

  private final AtomicIntegerArray marked = new AtomicIntegerArray(Shards.COUNT);
  private final AtomicBoolean later = new AtomicBoolean();

  /** Marks a shard; returns whether it had no mark, so that the relay must be woken. */
  boolean add(int shard) {
    return marked.getAndSet(shard, 1) == 0;
  }

  /** Marks that there is a later event, which may be due already; returns as {@link #add}. */
  boolean addLater() {
    return !later.getAndSet(true);
  }

  /** Hands the marked shards over and forgets the marks. */
  void takeAll(IntConsumer taker) {
    for (int shard = 0; shard < Shards.COUNT; shard++) {
      if (marked.get(shard) == 1 && marked.getAndSet(shard, 0) == 1) {
        taker.accept(shard);
      }
    }
  }

  /** Whether there was a later event since this was asked last. */
  boolean takeLater() {
    return later.getAndSet(false);
  }
}
