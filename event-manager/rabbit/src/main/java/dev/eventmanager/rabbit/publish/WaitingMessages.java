package dev.eventmanager.rabbit.publish;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written, in order, and the turn to write: the line's thread takes it for what
 * waits, and a caller for its own message while nothing waits. Thread-safe.
 */
final class WaitingMessages {

  private final Deque<OutgoingMessage> waiting = new ArrayDeque<>();
  private boolean turnIsTaken = false;
  private boolean wokenUp = false;

  /**
   * Gives the caller the turn if nobody has it, nothing waits and the condition holds; else the
   * message waits.
   */
  synchronized boolean takeTurnOrAdd(OutgoingMessage message, BooleanSupplier condition) {
    if (!turnIsTaken && waiting.isEmpty() && condition.getAsBoolean()) {
      turnIsTaken = true;
      return true;
    }
    add(message);
    return false;
  }

  synchronized void add(OutgoingMessage message) {
    waiting.addLast(message);
    notifyAll();
  }

  /** The turn with the first that waits, as soon as there is one; null where woken up before. */
  synchronized @Nullable OutgoingMessage takeTurnAndFirst() throws InterruptedException {
    while (!wokenUp && (turnIsTaken || waiting.isEmpty())) {
      wait();
    }
    wokenUp = false;
    if (turnIsTaken || waiting.isEmpty()) {
      return null;
    }
    turnIsTaken = true;
    return waiting.pollFirst();
  }

  /** The next, for whoever has the turn; null if none waits. */
  synchronized @Nullable OutgoingMessage next() {
    return waiting.pollFirst();
  }

  /** Waits until nobody writes. */
  synchronized void takeTurn() throws InterruptedException {
    while (turnIsTaken) {
      wait();
    }
    turnIsTaken = true;
  }

  synchronized void endTurn() {
    turnIsTaken = false;
    notifyAll();
  }

  /** Puts messages before all others, in their order. */
  synchronized void putBack(List<OutgoingMessage> messages) {
    for (int last = messages.size() - 1; last >= 0; last--) {
      waiting.addFirst(messages.get(last));
    }
  }

  /** Has {@link #takeTurnAndFirst} return. */
  synchronized void wakeUp() {
    wokenUp = true;
    notifyAll();
  }

  /** Removes those at the front that are overdue; they stand in order of their deadlines. */
  synchronized List<OutgoingMessage> takeOverdue(long now) {
    List<OutgoingMessage> overdue =
        waiting.stream().takeWhile(message -> message.isOverdue(now)).toList();
    Iterator<OutgoingMessage> first = waiting.iterator();
    for (int taken = 0; taken < overdue.size(); taken++) {
      first.next();
      first.remove();
    }
    return overdue;
  }

  synchronized List<OutgoingMessage> all() {
    return List.copyOf(waiting);
  }
}
