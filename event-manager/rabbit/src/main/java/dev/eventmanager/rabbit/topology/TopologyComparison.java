package dev.eventmanager.rabbit.topology;

import dev.eventmanager.explain.UnknownNameException;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.management.BrokerState;
import dev.eventmanager.rabbit.management.ManagementApi;
import dev.eventmanager.rabbit.management.ManagementUnavailableException;
import dev.eventmanager.routing.RoutingKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A topology against the broker: the plan, and what brings the broker nearer to it. Thread-safe.
 *
 * <p>With RabbitMQ's management plugin everything is known. Without it AMQP tells, of each exchange
 * and queue that is declared, whether it stands and whether it is as declared; of bindings it tells
 * nothing, and the plan says so.
 */
public final class TopologyComparison {

  private final TopologyDeclarer declarer;
  private final Declarations broker;
  private final Topology topology;
  private final Collection<RoutingKey> events;
  private final Optional<ManagementApi> management;

  /**
   * A comparison.
   *
   * @param events every declared event in every version, to say what a binding brings
   * @param management where the broker has it on
   */
  public TopologyComparison(
      BrokerConnections connections,
      Topology topology,
      Collection<RoutingKey> events,
      Optional<ManagementApi> management) {
    this.declarer = new TopologyDeclarer(connections, topology);
    this.broker = new Declarations(connections);
    this.topology = topology;
    this.events = events;
    this.management = management;
  }

  /**
   * Compares; changes nothing.
   *
   * @throws RuntimeException if neither the management plugin nor the broker can be reached
   */
  public TopologyPlan plan() {
    try {
      return comparison().plan();
    } catch (ManagementUnavailableException unavailable) {
      return planByAmqp(unavailable);
    }
  }

  private StateComparison comparison() {
    ManagementApi api = management.orElseThrow(ManagementUnavailableException::unset);
    return new StateComparison(topology, api.read(), events);
  }

  /**
   * Adds what is missing, and removes those bindings that are named.
   *
   * @param remove as {@link TopologyPlan.StaleBinding#binding} names them; empty to remove none
   * @throws UnknownNameException if one of them is not among the plan's; nothing is done then
   * @throws ManagementUnavailableException if some are named and bindings cannot be listed
   * @throws TopologyException with what cannot be added; nothing is removed then
   * @throws RuntimeException if the broker cannot be reached
   */
  public TopologyChange apply(Set<String> remove) {
    List<BrokerState.Binding> stale = remove.isEmpty() ? List.of() : stale(remove);
    List<String> missing = plan().missing();
    declarer.declare();
    List<TopologyProblem> problems = new ArrayList<>();
    stale.forEach(binding -> broker.unbind(binding).ifPresent(problems::add));
    if (!problems.isEmpty()) {
      throw new TopologyException(problems);
    }
    return new TopologyChange(
        missing, stale.stream().map(StateComparison::nameOf).toList(), plan());
  }

  private List<BrokerState.Binding> stale(Set<String> named) {
    Map<String, BrokerState.Binding> stale = comparison().stale().stream()
        .collect(Collectors.toMap(StateComparison::nameOf, each -> each, (one, other) -> one));
    return named.stream()
        .map(name -> Optional.ofNullable(stale.get(name))
            .orElseThrow(() -> new UnknownNameException(
                "\"%s\" is no binding that could be removed; the plan names %s as extra."
                    .formatted(name, stale.isEmpty() ? "none" : stale.keySet()))))
        .toList();
  }

  private TopologyPlan planByAmqp(ManagementUnavailableException why) {
    List<String> missing = new ArrayList<>();
    List<TopologyProblem> different = new ArrayList<>();
    boolean rabbitMq = broker.onRabbitMq();
    BrokerState wanted = WantedState.of(topology, rabbitMq);
    for (BrokerState.Exchange exchange : wanted.exchanges()) {
      if (broker.hasExchange(exchange.name())) {
        broker.exchange(exchange).ifPresent(different::add);
      } else {
        missing.add("exchange " + exchange.name());
      }
    }
    for (BrokerState.Queue queue : wanted.queues()) {
      if (broker.isThere(queue.name())) {
        broker.queue(queue.name(), queue.arguments()).ifPresent(different::add);
      } else {
        missing.add("queue " + queue.name());
      }
    }
    return new TopologyPlan(
        "the broker over AMQP",
        missing,
        different,
        List.of(),
        List.of("which bindings stand, and so which are missing or extra: "
            + (rabbitMq ? why.getMessage() : "the broker is no RabbitMQ, and lists none")));
  }
}
