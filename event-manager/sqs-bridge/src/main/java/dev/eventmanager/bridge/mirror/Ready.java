package dev.eventmanager.bridge.mirror;

import static dev.eventmanager.bridge.target.MirrorTarget.MOST_MESSAGES;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/**
 * The entries whose turn it is, at most one of a group; cut into batches. Confined to one thread.
 */
final class Ready {

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final IntSupplier mostBytes;

  /**
   * None yet.
   *
   * @param mostBytes of a batch; a larger entry goes alone
   */
  Ready(IntSupplier mostBytes) {
    this.mostBytes = mostBytes;
  }

  void add(Entry entry) {
    entries.addLast(entry);
  }

  /** Puts back entries of a batch that did not get through, before all others. */
  void putBack(List<Entry> batch) {
    for (int i = batch.size() - 1; i >= 0; i--) {
      entries.addFirst(batch.get(i));
    }
  }

  /** Takes those out that are of a kind. */
  List<Entry> remove(Predicate<Entry> kind) {
    var removed = entries.stream().filter(kind).toList();
    entries.removeIf(kind);
    return removed;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean fillsBatch() {
    return entries.size() >= MOST_MESSAGES;
  }

  /** Takes as many as go into one request, in the order of their arrival. */
  List<Entry> takeBatch() {
    var batch = new ArrayList<Entry>(MOST_MESSAGES);
    var most = mostBytes.getAsInt();
    var room = most;
    while (!entries.isEmpty()
        && batch.size() < MOST_MESSAGES
        && Math.min(entries.peek().size(), most) <= room) {
      var entry = entries.remove();
      batch.add(entry);
      room -= Math.min(entry.size(), most);
    }
    return batch;
  }
}
