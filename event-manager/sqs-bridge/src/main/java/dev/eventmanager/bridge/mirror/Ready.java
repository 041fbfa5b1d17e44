package dev.eventmanager.bridge.mirror;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The entries whose turn it is, at most one of a group; cut into batches. Confined to one thread.
 */
final class Ready {

  static final int MOST_ENTRIES = 10;
  static final int MOST_BYTES = 1_048_576;

  private final Deque<Entry> entries = new ArrayDeque<>();

  void add(Entry entry) {
    entries.addLast(entry);
  }

  /** Puts back entries of a batch that did not get through, before all others. */
  void putBack(List<Entry> batch) {
    for (int i = batch.size() - 1; i >= 0; i--) {
      entries.addFirst(batch.get(i));
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean fillsBatch() {
    return entries.size() >= MOST_ENTRIES;
  }

  /** Takes as many as go into one request, in the order of their arrival. */
  List<Entry> takeBatch() {
    var batch = new ArrayList<Entry>(MOST_ENTRIES);
    var room = MOST_BYTES;
    while (!entries.isEmpty() && batch.size() < MOST_ENTRIES && entries.peek().size() <= room) {
      var entry = entries.remove();
      batch.add(entry);
      room -= entry.size();
    }
    return batch;
  }
}
