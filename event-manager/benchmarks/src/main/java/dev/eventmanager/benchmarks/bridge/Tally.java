package dev.eventmanager.benchmarks.bridge;

import dev.eventmanager.benchmarks.measuring.Figures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What SQS has taken for a queue, as it saw it itself. Immutable.
 *
 * @param last the number of each group's last event
 * @param breaches whatever came out of its place
 * @param count how many events since the times were forgotten, and when the first and the latest
 *     came, in milliseconds
 * @param delays from publishing until SQS had them, in milliseconds, by group
 */
record Tally(
    Map<String, Integer> last,
    List<String> breaches,
    int count,
    long first,
    long latest,
    Map<String, List<Long>> delays) {

  /** Fails unless it is exactly this, each once and in its place. */
  Tally require(NumberedEvents events) {
    requireOrder();
    if (!events.counts().equals(last)) {
      throw new IllegalStateException("SQS did not take all, or not only, what was published");
    }
    return this;
  }

  /** Fails if an event is out of its place, or one before it is missing. */
  Tally requireOrder() {
    if (!breaches.isEmpty()) {
      throw new IllegalStateException(String.join("\n", breaches));
    }
    return this;
  }

  /** Whether it is all of these, but for a group. */
  boolean isAllBut(String group, NumberedEvents events) {
    Map<String, Integer> expected = new HashMap<>(events.counts());
    expected.remove(group);
    Map<String, Integer> taken = new HashMap<>(last);
    taken.remove(group);
    return expected.equals(taken);
  }

  /** Events a second, from the first to the latest. */
  double rate() {
    return (count - 1) * 1_000.0 / Math.max(1, latest - first);
  }

  /** The delays of all groups but one. */
  Figures delaysWithout(String group) {
    Figures all = new Figures();
    delays.forEach((each, millis) -> {
      if (!each.equals(group)) {
        millis.forEach(all::add);
      }
    });
    return all;
  }
}
