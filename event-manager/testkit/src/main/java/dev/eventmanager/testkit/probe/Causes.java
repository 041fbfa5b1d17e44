package dev.eventmanager.testkit.probe;

import dev.eventmanager.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows events from cause to consequence by their causation ids. */
final class Causes {
  private Causes() {}

  /** An event's consequences among others, in their order; a consequence may come before its cause. */
  static List<Event<?>> consequencesOf(Event<?> cause, Collection<Event<?>> others) {
    Set<String> causes = new HashSet<>(Set.of(cause.metadata().id()));
    while (others.stream().anyMatch(event -> isCausedBy(causes, event) && causes.add(id(event)))) {
      // each round finds at least one more
    }
    List<Event<?>> consequences = new ArrayList<>(others);
    consequences.removeIf(event -> !isCausedBy(causes, event));
    return consequences;
  }

  private static boolean isCausedBy(Set<String> causes, Event<?> event) {
    return event.metadata().causationId().filter(causes::contains).isPresent();
  }

  private static String id(Event<?> event) {
    return event.metadata().id();
  }
}
