package dev.eventmanager.rabbit.consume;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
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
  private final int window;
  private int waiting = 0;

  /**
   * No lanes yet.
   *
   * @param window how many items there may be in all lanes together, before no more come
   */
  Lanes(int window) {
    this.window = window;
  }

  /** Whether the lane was free, so that the caller is to process this one now. */
  synchronized boolean enter(String key, T item) {
    Lane<T> lane = lanes.get(key);
    if (lane == null) {
      lanes.put(key, new Lane<>());
      return true;
    }
    lane.add(item);
    waiting++;
    return false;
  }

  /** The first of the lane is done with; the next is for the caller to process, if there is one. */
  synchronized @Nullable T leave(String key) {
    Lane<T> lane = lanes.get(key);
    T next = lane == null ? null : lane.next();
    if (next == null) {
      lanes.remove(key);
    } else {
      waiting--;
    }
    return next;
  }

  /**
   * The first of a lane is done with, and if the lane takes the room of others all that waits in it
   * is for the caller: more than a quarter of the window, while three quarters of that are taken.
   * Once it was so it stays so until the lane is empty.
   *
   * @return nothing, where {@link #leave} is to be called
   */
  synchronized List<T> leaveIfCrowding(String key) {
    Lane<T> lane = lanes.get(key);
    if (lane == null || lane.length() < 2 || !isCrowding(lane)) {
      return List.of();
    }
    lane.crowding = true;
    List<T> line = lane.all();
    waiting -= line.size();
    return line;
  }

  private boolean isCrowding(Lane<T> lane) {
    return lane.crowding
        || (lane.length() > window / 4 && waiting + lanes.size() >= window * 3 / 4);
  }

  /** Forgets those that wait; those being processed keep their lanes. */
  synchronized void forgetWaiting(Predicate<T> which) {
    lanes.values().forEach(lane -> lane.forget(which));
    waiting = lanes.values().stream().mapToInt(Lane::length).sum();
  }

  /** How many are being processed. */
  synchronized int busy() {
    return lanes.size();
  }

  /** Most lanes never have anything waiting in them. */
  private static final class Lane<T> {

    private @Nullable Queue<T> waiting;
    private boolean crowding = false;

    int length() {
      return waiting == null ? 0 : waiting.size();
    }

    List<T> all() {
      List<T> all = waiting == null ? List.of() : List.copyOf(waiting);
      waiting = null;
      return all;
    }

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
