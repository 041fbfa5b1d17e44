package dev.eventmanager.jdbc.outbox;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** The shards that the relay reads, and which of them may have new rows. Confined to its thread. */
final class ShardScans {

  private final Set<Integer> shards = new TreeSet<>();
  private final Set<Integer> unread = new HashSet<>();

  Set<Integer> shards() {
    return Set.copyOf(shards);
  }

  /** Those that may have rows nobody has read yet. */
  Set<Integer> unread() {
    return Set.copyOf(unread);
  }

  void add(int shard) {
    shards.add(shard);
    unread.add(shard);
  }

  void remove(int shard) {
    shards.remove(shard);
    unread.remove(shard);
  }

  /** A row was committed. */
  void found(int shard) {
    if (shards.contains(shard)) {
      unread.add(shard);
    }
  }

  /** Looks at every shard again. */
  void restart() {
    unread.addAll(shards);
  }

  /** All there was has been read. */
  void read(int shard) {
    unread.remove(shard);
  }
}
