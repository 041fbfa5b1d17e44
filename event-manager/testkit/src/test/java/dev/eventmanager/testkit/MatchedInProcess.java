package dev.eventmanager.testkit;

import dev.eventmanager.routing.BindingKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks the matcher in the process. */
final class MatchedInProcess {
  private MatchedInProcess() {}

  /** The keys that it matches, by pattern. */
  static Map<String, Set<String>> of(List<String> patterns, List<String> keys) {
    Map<String, Set<String>> matched = new TreeMap<>();
    for (String pattern : patterns) {
      Set<String> matching = new TreeSet<>(keys);
      matching.removeIf(key -> !BindingKey.of(pattern).matches(key));
      matched.put(pattern, matching);
    }
    return matched;
  }
}
