package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.outbox.OutboxRow.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that the relay has in hand. Confined to the relay's thread. */
final class Lanes {

  private final Map<String, Lane> byKey = new HashMap<>();
  private final Deque<Lane> ready = new ArrayDeque<>();

  /** Rows of each shard's outbox: those in lanes, and confirmed ones until they are deleted. */
  private final Map<Integer, Set<Long>> inHand = new HashMap<>();

  private int underWay;

  /** Rows of the shard's outbox that are in hand, those that stand aside not among them. */
  Set<Long> inHand(int shard) {
    return inHand.computeIfAbsent(shard, none -> new HashSet<>());
  }

  /** How many keys whose rows stand aside are being drained. */
  int draining() {
    return (int) byKey.values().stream().filter(Lane::isDraining).count();
  }

  int underWay() {
    return underWay;
  }

  boolean hasLane(String orderingKey) {
    return byKey.containsKey(orderingKey);
  }

  /** Whether the lane is still the one of its key, or was given up with its shard. */
  boolean has(Lane lane) {
    return byKey.get(lane.orderingKey()) == lane;
  }

  /**
   * Takes a row of a flowing key in hand.
   *
   * @param mostOfKey how many of its rows one key may have in hand
   * @return the key's lane if it has that many and the row was not taken, else null
   */
  @Nullable
  Lane add(OutboxRow row, int mostOfKey) {
    Lane lane = byKey.get(row.orderingKey());
    if (lane == null) {
      open(Lane.flowing(row));
    } else if (lane.size() >= mostOfKey) {
      return lane;
    } else {
      lane.add(row);
      count(row);
    }
    return null;
  }

  /** The key's rows, those in hand included, stand aside from now on. */
  void setAside(Lane lane) {
    lane.rows().forEach(this::forget);
    lane.setAside();
  }

  void open(Lane lane) {
    byKey.put(lane.orderingKey(), lane);
    lane.rows().forEach(this::count);
    ready.add(lane);
  }

  /** Adds further rows to a lane that had run empty. */
  void refill(Lane lane, List<OutboxRow> rows) {
    for (OutboxRow row : rows) {
      lane.add(row);
      count(row);
    }
    ready.add(lane);
  }

  private void count(OutboxRow row) {
    if (row.place() == Place.OUTBOX) {
      inHand(row.shard()).add(row.id());
    }
  }

  /** The next lane whose head may be sent. */
  @Nullable
  Lane nextReady() {
    Lane lane = ready.poll();
    while (lane != null && !has(lane)) {
      lane = ready.poll();
    }
    return lane;
  }

  void sent() {
    underWay++;
  }

  void answered() {
    underWay--;
  }

  void ready(Lane lane) {
    ready.add(lane);
  }

  /** Its row is gone from the database. */
  void forget(OutboxRow row) {
    if (row.place() == Place.OUTBOX) {
      inHand(row.shard()).remove(row.id());
    }
  }

  /** Lets go of a lane and of all rows in it. */
  void close(Lane lane) {
    if (byKey.remove(lane.orderingKey(), lane)) {
      lane.rows().forEach(this::forget);
    }
  }

  /** Lets go of a shard. What is under way is not waited for: its answer finds no lane. */
  void abandon(int shard) {
    lanesOf(shard).forEach(this::close);
  }

  /** Lets go of those lanes of a shard that have nothing under way; true if none is left. */
  boolean wind(int shard) {
    List<Lane> lanes = lanesOf(shard);
    lanes.stream().filter(lane -> !lane.isUnderWay()).forEach(this::close);
    return lanes.stream().noneMatch(Lane::isUnderWay);
  }

  private List<Lane> lanesOf(int shard) {
    return byKey.values().stream().filter(lane -> lane.shard() == shard).toList();
  }
}
