package dev.eventmanager.jdbc.drain;

import dev.eventmanager.jdbc.parking.HeldSequence;
import dev.eventmanager.jdbc.parking.SequenceLeases;
import dev.eventmanager.jdbc.time.Deadline;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sequences that an instance is at work on. Thread-safe. */
final class InHand {

  private final Map<HeldSequence, Tenure> tenures = new ConcurrentHashMap<>();
  private final SequenceLeases leases;
  private final Duration lease;
  private final Bell bell;

  private volatile boolean gaveWay = false;

  /**
   * Nothing yet.
   *
   * @param bell rings when there is room again
   */
  InHand(SequenceLeases leases, Duration lease, Bell bell) {
    this.leases = leases;
    this.lease = lease;
    this.bell = bell;
  }

  int size() {
    return tenures.size();
  }

  boolean isEmpty() {
    return tenures.isEmpty();
  }

  /** Takes some of a queue that are due, up to so many. */
  List<Tenure> take(String queue, int most) {
    Deadline end = Deadline.in(lease); // begins before the database counts
    return leases.take(queue, most).stream().map(each -> add(each, end)).toList();
  }

  private Tenure add(HeldSequence sequence, Deadline end) {
    Tenure tenure = new Tenure(sequence, end);
    tenures.put(sequence, tenure);
    return tenure;
  }

  /** Keeps what is ours, and learns what is not any more. */
  void renew() {
    if (tenures.isEmpty()) {
      return;
    }
    List<Tenure> held = List.copyOf(tenures.values());
    Deadline end = Deadline.in(lease);
    Set<HeldSequence> lost =
        new HashSet<>(leases.renew(held.stream().map(Tenure::sequence).toList()));
    held.forEach(each -> {
      if (lost.contains(each.sequence())) {
        each.lose();
      } else {
        each.extend(end);
      }
    });
  }

  /** Leaves a sequence to whoever comes first. */
  void giveBack(Tenure tenure) {
    leases.giveBack(tenure.sequence());
  }

  /** Leaves a sequence to whoever comes first, so that others have their turn; it is due at once. */
  void giveWay(Tenure tenure) {
    giveBack(tenure);
    gaveWay = true;
  }

  /** Whether something gave way since this was asked last. */
  boolean somethingGaveWay() {
    boolean did = gaveWay;
    gaveWay = false;
    return did;
  }

  /** Is at work on it no more; another tenure of the same sequence stays. */
  void end(Tenure tenure) {
    tenures.remove(tenure.sequence(), tenure);
    bell.ring();
  }
}
