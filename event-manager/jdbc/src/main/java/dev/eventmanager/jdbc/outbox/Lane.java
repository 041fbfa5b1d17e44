package dev.eventmanager.jdbc.outbox;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * The events of one key that the relay has in hand, oldest first. Only the first is ever under way,
 * which is what keeps the key's order. Confined to the relay's thread.
 */
final class Lane {

  /** Times an event may stay without an answer while others get through, before its key waits. */
  private static final int MOST_STRIKES = 5;

  private final int shard;
  private final String orderingKey;
  private final Deque<OutboxRow> rows = new ArrayDeque<>();

  private boolean draining;
  private boolean underWay;
  private boolean failedBefore;
  private int attempts;
  private int strikes;
  private long confirmsSeen = -1;
  private long lastId;

  private Lane(List<OutboxRow> first, boolean draining, int attempts) {
    this.shard = first.get(0).shard();
    this.orderingKey = first.get(0).orderingKey();
    this.draining = draining;
    this.attempts = attempts;
    this.failedBefore = attempts > 0;
    first.forEach(this::add);
  }

  /** A key that flows. */
  static Lane flowing(OutboxRow first) {
    return new Lane(List.of(first), false, 0);
  }

  /** A key whose rows stand aside, and whose head is tried. */
  static Lane draining(List<OutboxRow> first, int attempts) {
    return new Lane(first, true, attempts);
  }

  int shard() {
    return shard;
  }

  String orderingKey() {
    return orderingKey;
  }

  /** Whether its rows come from where they waited. */
  boolean isDraining() {
    return draining;
  }

  boolean isUnderWay() {
    return underWay;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  int size() {
    return rows.size();
  }

  /** Whether its head had failed before and got through; told once. */
  boolean tellRecovery() {
    boolean recovered = failedBefore && attempts == 0;
    failedBefore = failedBefore && !recovered;
    return recovered;
  }

  long lastId() {
    return lastId;
  }

  Collection<OutboxRow> rows() {
    return List.copyOf(rows);
  }

  void add(OutboxRow row) {
    rows.add(row);
    lastId = row.id();
  }

  /** Its rows now stand aside, those in hand included; more come from there. */
  void setAside() {
    draining = true;
    List<OutboxRow> moved = rows.stream().map(OutboxRow::setAside).toList();
    rows.clear();
    rows.addAll(moved);
  }

  /**
   * Sends the head.
   *
   * @param confirms how many events of any key the broker has confirmed so far
   */
  OutboxRow sendHead(long confirms) {
    underWay = true;
    if (confirmsSeen < 0) {
      confirmsSeen = confirms;
    }
    return rows.getFirst();
  }

  OutboxRow confirmHead() {
    underWay = false;
    attempts = 0;
    strikes = 0;
    confirmsSeen = -1;
    return rows.removeFirst();
  }

  /** Counts a failure of the head and returns how many that makes. */
  int failHead() {
    underWay = false;
    attempts++;
    return attempts;
  }

  /**
   * Takes note that the head got no answer. That counts against it only if others got
   * through meanwhile, so not while the broker is away.
   *
   * @param confirms how many events of any key the broker has confirmed so far
   * @return whether to send it again; else it has failed
   */
  boolean mayResendHead(long confirms) {
    underWay = false;
    if (confirms > confirmsSeen) {
      strikes++;
      confirmsSeen = confirms;
    }
    return strikes < MOST_STRIKES;
  }
}
