package dev.eventmanager.rabbit.publish;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Messages by their sequence numbers, which rise as they are added. Thread-safe.
 *
 * <p>They stand in the order they were added, and so of their numbers, without being sorted. One that
 * stays for long takes no more room than another, however many come and go behind it.
 *
 * @param <M> a message
 */
final class SequencedMessages<M> {

  private final Map<Long, M> bySequence = new LinkedHashMap<>();

  synchronized void add(long sequence, M message) {
    bySequence.put(sequence, message);
  }

  synchronized Optional<M> take(long sequence) {
    return Optional.ofNullable(bySequence.remove(sequence));
  }

  /** Takes all up to a number and with it, in their order. */
  synchronized List<M> takeUpTo(long last) {
    return takeWhileEntry(each -> each.getKey() <= last);
  }

  /**
   * Takes from the first on, in their order, up to one that is not so.
   *
   * @param which asked under the lock, so it must be quick
   */
  synchronized List<M> takeWhile(Predicate<M> which) {
    return takeWhileEntry(each -> which.test(each.getValue()));
  }

  private List<M> takeWhileEntry(Predicate<Map.Entry<Long, M>> which) {
    List<M> taken = new ArrayList<>();
    Iterator<Map.Entry<Long, M>> entries = bySequence.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<Long, M> next = entries.next();
      if (!which.test(next)) {
        break;
      }
      taken.add(next.getValue());
      entries.remove();
    }
    return taken;
  }

  /**
   * Finds the first that is so, and leaves it.
   *
   * @param which asked under the lock, so it must be quick
   */
  synchronized Optional<M> first(Predicate<M> which) {
    return bySequence.values().stream().filter(which).findFirst();
  }

  synchronized int size() {
    return bySequence.size();
  }
}
