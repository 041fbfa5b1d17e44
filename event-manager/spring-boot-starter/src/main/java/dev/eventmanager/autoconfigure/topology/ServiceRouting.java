package dev.eventmanager.autoconfigure.topology;

import dev.eventmanager.autoconfigure.EventManagerProperties.Drift;
import dev.eventmanager.autoconfigure.ServiceName;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.explain.Explainer;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.management.ManagementApi;
import dev.eventmanager.rabbit.management.ManagementUnavailableException;
import dev.eventmanager.rabbit.topology.LiveRouting;
import dev.eventmanager.rabbit.topology.Topology;
import dev.eventmanager.rabbit.topology.TopologyChange;
import dev.eventmanager.rabbit.topology.TopologyComparison;
import dev.eventmanager.rabbit.topology.TopologyPlan;
import dev.eventmanager.rabbit.topology.TopologyProblem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topology of a service that has started, compared and explained. Thread-safe. */
public final class ServiceRouting {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceRouting.class);

  private final ServiceName service;
  private final EventCatalogue catalogue;
  private final BrokerConnections connections;
  private final Optional<ManagementApi> management;
  private final Drift drift;
  private volatile Topology topology = Topology.builder().build();

  ServiceRouting(
      ServiceName service,
      EventCatalogue catalogue,
      BrokerConnections connections,
      Optional<ManagementApi> management,
      Drift drift) {
    this.service = service;
    this.catalogue = catalogue;
    this.connections = connections;
    this.management = management;
    this.drift = drift;
  }

  /** Says what the service declares. */
  public void declares(Topology declared) {
    topology = declared;
  }

  /**
   * Looks, once all is declared, for what is on the broker besides.
   *
   * @throws StartUpException if there is something, and such a service is not to start
   */
  public void check() {
    TopologyPlan plan;
    try {
      plan = plan();
    } catch (RuntimeException unreachable) {
      LOG.warn("The topology was not compared: {}", BrokerConnections.reasonOf(unreachable));
      return;
    }
    check(plan);
  }

  private void check(TopologyPlan plan) {
    if (!plan.unknown().isEmpty()) {
      LOG.info("Not known of the topology: {}", String.join("; ", plan.unknown()));
    }
    List<String> found = Stream.concat(
            plan.different().stream().map(TopologyProblem::toString),
            plan.extra().stream().map(ServiceRouting::advice))
        .toList();
    if (found.isEmpty()) {
      return;
    }
    if (drift == Drift.REFUSE) {
      throw new StartUpException(found);
    }
    LOG.warn("The topology is not as declared: {}", String.join("; ", found));
  }

  private static String advice(TopologyPlan.StaleBinding stale) {
    return "binding %s. It is not declared; start with event-manager.topology.drift=report and remove it: events topology apply --remove \"%s\""
        .formatted(stale, stale.binding());
  }

  /** As {@link TopologyComparison#plan}. */
  public TopologyPlan plan() {
    return comparison().plan();
  }

  /** As {@link TopologyComparison#apply}. */
  public TopologyChange apply(Set<String> remove) {
    return comparison().apply(remove);
  }

  private TopologyComparison comparison() {
    return new TopologyComparison(connections, topology, catalogue.keys(), management);
  }

  /** Explains what this service declares; needs no broker. */
  public Explainer declared() {
    return new Explainer(topology.facts("declared by " + service.value(), catalogue.keys()));
  }

  /**
   * Explains what stands on the broker, for every service.
   *
   * @throws ManagementUnavailableException if the management plugin does not tell
   */
  public Explainer live() {
    ManagementApi api = management.orElseThrow(ManagementUnavailableException::unset);
    return new Explainer(LiveRouting.of(api.read(), catalogue.keys()));
  }
}
