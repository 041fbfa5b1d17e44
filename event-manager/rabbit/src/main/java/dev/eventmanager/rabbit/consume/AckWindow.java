package dev.eventmanager.rabbit.consume;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Which delivery tags of a channel may be acknowledged: all up to the first that is not finished by
 * one acknowledgement, and those beyond it one by one, so that a slow event holds up no other. Those
 * beyond wait for one turn, in which most of them are joined to the row.
 *
 * <p>Not thread-safe: one thread acknowledges.
 */
final class AckWindow {

  /** Tells the broker. */
  @FunctionalInterface
  interface Acknowledgement {
    void ack(long tag, boolean multiple) throws IOException;
  }

  private final Set<Long> finishedAhead = new HashSet<>();
  private Set<Long> newlyAhead = new HashSet<>();
  private Set<Long> toAckSingly = new HashSet<>();
  private long firstUnfinished = 1;

  /** The last of the unbroken row not acknowledged yet; the broker knows no other tags any more. */
  private long toAckUpTo = 0;

  void finished(long tag) {
    if (tag == firstUnfinished) {
      toAckUpTo = tag;
      firstUnfinished++;
      joinThoseAhead();
    } else {
      finishedAhead.add(tag);
      newlyAhead.add(tag);
    }
  }

  private void joinThoseAhead() {
    while (!finishedAhead.isEmpty() && finishedAhead.remove(firstUnfinished)) {
      if (newlyAhead.remove(firstUnfinished) || toAckSingly.remove(firstUnfinished)) {
        toAckUpTo = firstUnfinished;
      }
      firstUnfinished++;
    }
  }

  /** Acknowledges what is finished, except for those that came ahead since the last time. */
  void flush(Acknowledgement broker) throws IOException {
    if (toAckUpTo > 0) {
      broker.ack(toAckUpTo, true);
      toAckUpTo = 0;
    }
    for (long tag : toAckSingly) {
      broker.ack(tag, false);
    }
    Set<Long> empty = toAckSingly;
    empty.clear();
    toAckSingly = newlyAhead;
    newlyAhead = empty;
  }

  /** Whether something finished is left for the next flush. */
  boolean isWaiting() {
    return !toAckSingly.isEmpty();
  }

  /** Whether anything has been finished at all. */
  boolean hasProgress() {
    return firstUnfinished > 1 || !finishedAhead.isEmpty();
  }
}
