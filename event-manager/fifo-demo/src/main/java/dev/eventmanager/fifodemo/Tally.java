package dev.eventmanager.fifodemo;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what becomes of the messages of one queue. Safe for many threads. */
final class Tally {

  /** What a message was when it was handled. */
  enum Sighting {
    IN_ORDER,
    OUT_OF_ORDER,
    AGAIN
  }

  private final Set<Numbered> expected = new HashSet<>();
  private final Set<Numbered> handled = new HashSet<>();
  private final Set<Numbered> dead = new HashSet<>();
  private final Set<String> received = new HashSet<>();
  private final Map<Numbered, Integer> last = new HashMap<>();
  private final SortedMap<String, Integer> breaches = new TreeMap<>();
  private int sent;
  private int again;

  /** SQS said it took this message, or this copy of it. */
  synchronized void sent(Numbered message) {
    expected.add(message);
    breaches.putIfAbsent(message.group(), 0);
    sent++;
  }

  /** A message came off the queue, under the id that SQS gave it, perhaps not for the first time. */
  synchronized void received(String id) {
    received.add(id);
  }

  synchronized Sighting handled(Numbered message) {
    if (!handled.add(message)) {
      again++;
      return Sighting.AGAIN;
    }
    int latest = last.merge(sequence(message), message.number(), Math::max);
    if (latest > message.number()) {
      breaches.merge(message.group(), 1, Integer::sum);
      return Sighting.OUT_OF_ORDER;
    }
    return Sighting.IN_ORDER;
  }

  /** A message was set aside. */
  synchronized void dead(Numbered message) {
    dead.add(message);
  }

  /** Whether every message was handled or set aside. */
  synchronized boolean isComplete() {
    return missing() == 0;
  }

  /**
   * What it all came to.
   *
   * @param left how many messages are still on the queue
   */
  synchronized Account account(int left, Duration time) {
    return new Account(
        sent,
        handled.size(),
        again,
        breaches.values().stream().mapToInt(Integer::intValue).sum(),
        new TreeMap<>(breaches),
        dead.size(),
        Math.max(0, sent - received.size() - left),
        left,
        missing(),
        time);
  }

  private int missing() {
    var open = new HashSet<>(expected);
    open.removeAll(handled);
    open.removeAll(dead);
    return open.size();
  }

  /** What is numbered together. */
  private static Numbered sequence(Numbered message) {
    return new Numbered(message.publisher(), message.group(), 0);
  }
}
