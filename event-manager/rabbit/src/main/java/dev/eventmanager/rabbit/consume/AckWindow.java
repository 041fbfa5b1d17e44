package dev.eventmanager.rabbit.consume;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Which delivery tags of a channel may be acknowledged: all up to the first that is not finished by
 * one acknowledgement, and those beyond it one by one, so that a slow event holds up no other.
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
  private final Set<Long> toAckSingly = new HashSet<>();
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
      toAckSingly.add(tag);
    }
  }

  private void joinThoseAhead() {
    while (!finishedAhead.isEmpty() && finishedAhead.remove(firstUnfinished)) {
      if (toAckSingly.remove(firstUnfinished)) {
        toAckUpTo = firstUnfinished;
      }
      firstUnfinished++;
    }
  }

  /** Acknowledges everything that is finished and was not acknowledged before. */
  void flush(Acknowledgement broker) throws IOException {
    if (toAckUpTo > 0) {
      broker.ack(toAckUpTo, true);
      toAckUpTo = 0;
    }
    for (long tag : toAckSingly) {
      broker.ack(tag, false);
    }
    toAckSingly.clear();
  }

  /** Whether anything has been finished at all. */
  boolean hasProgress() {
    return firstUnfinished > 1 || !finishedAhead.isEmpty();
  }
}
