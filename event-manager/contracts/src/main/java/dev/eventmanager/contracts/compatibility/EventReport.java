package dev.eventmanager.contracts.compatibility;

import dev.eventmanager.contracts.compatibility.change.Change;
import dev.eventmanager.contracts.compatibility.change.Verdicts;
import dev.eventmanager.routing.RoutingKey;
import java.util.List;

/**
 * What changed in one version of an event.
 *
 * @param event its routing key
 * @param findings every change; at least one
 * @param subscribers the declared queues that it reaches, in either release
 * @param nextVersion the first that is not taken
 */
public record EventReport(
    RoutingKey event, List<Finding> findings, List<Subscriber> subscribers, int nextVersion) {

  public boolean passes() {
    return findings.stream().allMatch(Finding::passes);
  }

  /** Who can read whom, whether or not an exception lets it pass. */
  public Verdicts verdicts() {
    return findings.stream()
        .map(Finding::change)
        .map(Change::verdicts)
        .reduce(Verdicts.COMPATIBLE, Verdicts::and);
  }

  public DeploymentOrder order() {
    return DeploymentOrder.of(verdicts());
  }
}
