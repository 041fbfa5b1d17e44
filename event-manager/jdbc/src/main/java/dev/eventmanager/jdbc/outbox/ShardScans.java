package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.outbox.OutboxStore.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * How far the relay has read each of its shards. Confined to the relay's thread.
 *
 * <p>A transaction that was slow to commit leaves rows behind the point already read. The nudge
 * after its commit leads the scan back to them; where there was none, the next poll does.
 */
final class ShardScans {

  /** A pass through a long backlog begins anew this often, for rows that nobody announced. */
  private static final Duration LONGEST_PASS = Duration.ofSeconds(1);

  private final Map<Integer, Scan> scans = new TreeMap<>();

  Set<Integer> shards() {
    return Set.copyOf(scans.keySet());
  }

  boolean contains(int shard) {
    return scans.containsKey(shard);
  }

  void add(int shard) {
    scans.put(shard, new Scan());
  }

  void remove(int shard) {
    scans.remove(shard);
  }

  /** A row was committed. */
  void found(int shard, long id) {
    Scan scan = scans.get(shard);
    if (scan != null) {
      scan.goBackTo(id);
    }
  }

  /** Looks at everything again. */
  void restart() {
    scans.values().forEach(Scan::restart);
  }

  /**
   * Where there may be more to read.
   *
   * @param room how many further rows of a shard may be read
   */
  List<Position> positions(IntUnaryOperator room) {
    List<Position> positions = new ArrayList<>();
    scans.forEach((shard, scan) -> {
      int limit = room.applyAsInt(shard);
      if (scan.mayHaveMore && limit > 0) {
        positions.add(new Position(shard, scan.after, limit));
      }
    });
    return positions;
  }

  /** These rows came from that position. */
  void advance(Position position, List<OutboxRow> rows) {
    Scan scan = scans.get(position.shard());
    if (scan == null) {
      return;
    }
    scan.mayHaveMore = rows.size() == position.limit();
    if (!rows.isEmpty()) {
      scan.after = rows.get(rows.size() - 1).id();
    }
  }

  private static final class Scan {

    private long after = 0;
    private boolean mayHaveMore = true;
    private long passBegan = System.nanoTime();

    void goBackTo(long id) {
      after = Math.min(after, id - 1);
      mayHaveMore = true;
    }

    void restart() {
      long now = System.nanoTime();
      if (!mayHaveMore || now - passBegan > LONGEST_PASS.toNanos()) {
        after = 0;
        mayHaveMore = true;
        passBegan = now;
      }
    }
  }
}
