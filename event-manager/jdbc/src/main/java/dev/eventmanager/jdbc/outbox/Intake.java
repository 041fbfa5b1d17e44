package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.outbox.OutboxStore.Wanted;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads rows of the outbox into lanes. Confined to the relay's thread. */
final class Intake {

  private static final int MOST_OF_KEY = 16;

  /** Rows of a shard that are looked through for such as have to stand aside, at once. */
  private static final int FURTHEST_LOOK = 1_000;

  private final OutboxStore store;
  private final Settlement settlement;
  private final ShardScans scans;
  private final Lanes lanes;
  private final int window;

  /**
   * An intake.
   *
   * @param window how many rows may be in lanes at once
   */
  Intake(OutboxStore store, Settlement settlement, ShardScans scans, Lanes lanes, int window) {
    this.store = store;
    this.settlement = settlement;
    this.scans = scans;
    this.lanes = lanes;
    this.window = window;
  }

  /** Whether there may be new rows, and room for them. */
  boolean hasMore() {
    return scans.unread().stream().anyMatch(shard -> room(shard) > 0);
  }

  /** Reads rows of every shard that has room; returns whether there were new ones. */
  boolean read() {
    List<Wanted> wanted = scans.unread().stream()
        .filter(shard -> room(shard) > 0)
        .map(shard -> new Wanted(shard, Set.copyOf(lanes.inHand(shard)), room(shard)))
        .toList();
    if (wanted.isEmpty()) {
      return false;
    }
    List<OutboxRow> rows = store.fetch(wanted);
    Map<Integer, List<OutboxRow>> byShard =
        rows.stream().collect(Collectors.groupingBy(OutboxRow::shard));
    wanted.forEach(shard -> take(shard, byShard.getOrDefault(shard.shard(), List.of())));
    return !rows.isEmpty();
  }

  private void take(Wanted wanted, List<OutboxRow> rows) {
    Set<Lane> full = new LinkedHashSet<>();
    for (OutboxRow row : rows) {
      Lane lane = row.keyWaits() ? null : lanes.add(row, mostOfKey());
      if (lane != null) {
        full.add(lane);
      }
    }
    full.forEach(settlement::setLongKeyAside);
    if (!full.isEmpty() || rows.stream().anyMatch(OutboxRow::keyWaits)) {
      settlement.hold(wanted.shard(), Math.max(FURTHEST_LOOK, wanted.but().size() + rows.size()));
    }
    if (rows.size() < wanted.most()) {
      scans.read(wanted.shard());
    }
  }

  /** Each shard has its part of the window, so that one with a long backlog leaves others theirs. */
  private int room(int shard) {
    int taken = lanes.inHand(shard).size();
    return 2 * taken > part() ? 0 : part() - taken;
  }

  private int part() {
    return Math.max(1, window / Math.max(1, scans.shards().size()));
  }

  private int mostOfKey() {
    return Math.max(1, Math.min(MOST_OF_KEY, part() / 4));
  }
}
