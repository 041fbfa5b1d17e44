package dev.eventmanager.bridge.mirror;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The unresolved entries, a line for each message group. Only the first of a line may be sent; so
 * the order within a group survives whatever happens to single entries. Confined to one thread.
 */
final class Lanes {

  private final Map<String, Deque<Entry>> lines = new HashMap<>();
  private final Set<Entry> byArrival = new LinkedHashSet<>();

  /**
   * Puts an entry at the end of its group's line.
   *
   * @return whether it is the first, and so may be sent at once
   */
  boolean add(Entry entry) {
    var line = lines.computeIfAbsent(entry.group(), group -> new ArrayDeque<>());
    line.add(entry);
    byArrival.add(entry);
    return line.size() == 1;
  }

  /**
   * Takes a resolved entry off the head of its line.
   *
   * @return the one behind it, whose turn it is
   */
  Optional<Entry> remove(Entry head) {
    var line = lines.getOrDefault(head.group(), new ArrayDeque<>());
    if (line.peek() != head) {
      throw new IllegalStateException(head + " is resolved out of turn; first is " + line.peek());
    }
    line.remove();
    byArrival.remove(head);
    if (line.isEmpty()) {
      lines.remove(head.group());
    }
    return Optional.ofNullable(line.peek());
  }

  /** Takes every entry off. */
  Set<Entry> clear() {
    var all = new LinkedHashSet<>(byArrival);
    lines.clear();
    byArrival.clear();
    return all;
  }

  int size() {
    return byArrival.size();
  }

  /** When the one that waits longest was taken. */
  Optional<Instant> oldest() {
    return byArrival.stream().findFirst().map(Entry::takenAt);
  }
}
