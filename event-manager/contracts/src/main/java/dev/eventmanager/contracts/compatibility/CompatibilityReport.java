package dev.eventmanager.contracts.compatibility;

import dev.eventmanager.contracts.compatibility.change.Verdicts;
import java.util.List;

/**
 * What changed between two releases' contracts. Immutable.
 *
 * @param events those that changed, by exchange, name and version
 * @param unusedExceptions exceptions that no change needs any more
 */
public record CompatibilityReport(List<EventReport> events, List<ReviewedChange> unusedExceptions) {

  /** Whether every change is compatible or let through by an exception. */
  public boolean passes() {
    return events.stream().allMatch(EventReport::passes);
  }

  /** The order that is safe for all events at once. */
  public DeploymentOrder order() {
    return DeploymentOrder.of(
        events.stream().map(EventReport::verdicts).reduce(Verdicts.COMPATIBLE, Verdicts::and));
  }

  /** The report for people. */
  @Override
  public String toString() {
    return ReportText.of(this);
  }
}
