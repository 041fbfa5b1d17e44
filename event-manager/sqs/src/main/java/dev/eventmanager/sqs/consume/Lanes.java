package dev.eventmanager.sqs.consume;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One lane for each message group: the first in it is being processed, the others wait behind it in
 * their order. Confined to the consumer's thread.
 */
final class Lanes {

  private final Map<String, Queue<Hold>> waiting = new HashMap<>();

  /** Whether the lane was free, so that this one is to be processed now. */
  boolean enter(Hold hold) {
    var lane = waiting.get(hold.group());
    if (lane == null) {
      waiting.put(hold.group(), new ArrayDeque<>());
      return true;
    }
    lane.add(hold);
    return false;
  }

  /** The first of the lane is done with; the next is to be processed, if there is one. */
  @Nullable
  Hold leave(String group) {
    var lane = waiting.get(group);
    var next = lane == null ? null : lane.poll();
    if (next == null) {
      waiting.remove(group);
    }
    return next;
  }

  /** Takes those that wait out of a lane, in their order. */
  List<Hold> takeWaiting(String group) {
    var lane = waiting.get(group);
    if (lane == null) {
      return List.of();
    }
    var taken = List.copyOf(lane);
    lane.clear();
    return taken;
  }

  List<String> groups() {
    return new ArrayList<>(waiting.keySet());
  }

  /** How many are being processed. */
  int busy() {
    return waiting.size();
  }
}
