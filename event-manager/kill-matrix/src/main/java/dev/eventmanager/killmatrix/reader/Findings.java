package dev.eventmanager.killmatrix.reader;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the reader found.
 *
 * @param events how many were committed
 * @param broken how often each invariant was
 * @param examples the first violations of each
 * @param leftovers what should have been empty and was not
 */
public record Findings(
    long events,
    Map<Invariant, Long> broken,
    Map<Invariant, List<Violation>> examples,
    List<String> leftovers) {

  /** Whether every promise held. */
  public boolean isClean() {
    return leftovers.isEmpty() && broken.values().stream().allMatch(count -> count == 0);
  }

  /** For people: what was found, with the ids to look for in the logs. */
  public String describe() {
    StringBuilder text = new StringBuilder("%d events: ".formatted(events));
    broken.forEach((invariant, count) ->
        text.append("%s %d  ".formatted(invariant.name().toLowerCase(Locale.ROOT), count)));
    examples.forEach((invariant, found) ->
        found.forEach(violation -> text.append("%n  %s: %s".formatted(invariant, violation))));
    leftovers.forEach(leftover -> text.append("%n  left over: %s".formatted(leftover)));
    return text.toString();
  }
}
