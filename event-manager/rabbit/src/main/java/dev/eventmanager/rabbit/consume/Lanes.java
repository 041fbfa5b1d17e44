package dev.eventmanager.rabbit.consume;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One lane for each ordering key: the first in it is being processed, the others wait behind it.
 * Thread-safe.
 */
final class Lanes<T> {

  private final Map<String, Lane<T>> lanes = new HashMap<>();

  /** Whether the lane was free, so that the caller is to process this one now. */
  synchronized boolean enter(String key, T item) {
    Lane<T> lane = lanes.get(key);
    if (lane == null) {
      lanes.put(key, new Lane<>());
      return true;
    }
    lane.add(item);
    return false;
  }

  /** The first of the lane is done with; the next is for the caller to process, if there is one. */
  synchronized @Nullable T leave(String key) {
    Lane<T> lane = lanes.get(key);
    T next = lane == null ? null : lane.next();
    if (next == null) {
      lanes.remove(key);
    }
    return next;
  }

  /** Forgets those that wait; those being processed keep their lanes. */
  synchronized void forgetWaiting(Predicate<T> which) {
    lanes.values().forEach(lane -> lane.forget(which));
  }

  /** How many are being processed. */
  synchronized int busy() {
    return lanes.size();
  }

  /** Most lanes never have anything waiting in them. */
  private static final class Lane<T> {

    private @Nullable Queue<T> waiting;

    void add(T item) {
      if (waiting == null) {
        waiting = new ArrayDeque<>();
      }
      waiting.add(item);
    }

    @Nullable
    T next() {
      return waiting == null ? null : waiting.poll();
    }

    void forget(Predicate<T> which) {
      if (waiting != null) {
        waiting.removeIf(which);
      }
    }
  }
}
