package dev.eventmanager.bridge.verify;

import dev.eventmanager.bridge.verify.Finding.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a comparison came to.
 *
 * @param mirror where it was read what the mirror holds
 * @param published how many events the window has
 * @param mirrored how many the mirror holds, copies counted
 * @param notes what limits the comparison, in words
 * @param findings each event that is not as it was published
 */
public record Report(
    Window window,
    String mirror,
    int published,
    long mirrored,
    List<String> notes,
    List<Finding> findings) {

  /** Takes copies. */
  public Report {
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
  }

  /** How many there are of each kind that there is. */
  public Map<Kind, Integer> counts() {
    var counts = new EnumMap<Kind, Integer>(Kind.class);
    findings.forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
    return counts;
  }

  /** Whether the mirror holds the window as it was published. */
  public boolean agrees() {
    return findings.stream().noneMatch(finding -> finding.kind().isDifference());
  }
}
