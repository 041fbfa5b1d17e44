package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.autoconfigure.EventManagerProperties;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.topology.Topology;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a service needs on the broker: every exchange that is declared, so that services may start
 * in any order, and its own queues with their bindings.
 */
final class ServiceTopology {

  private final BrokerConnections connections;
  private final EventCatalogue catalogue;
  private final Map<String, EventManagerProperties.Queue> settings;

  ServiceTopology(
      BrokerConnections connections,
      EventCatalogue catalogue,
      Map<String, EventManagerProperties.Queue> settings) {
    this.connections = connections;
    this.catalogue = catalogue;
    this.settings = settings;
  }

  /**
   * The topology of these subscriptions.
   *
   * @throws StartUpException if something is set for a queue that the service does not have
   */
  Topology of(Subscriptions subscriptions) {
    requireKnown(subscriptions.queues());
    Topology.Builder topology = Topology.builder().bindings(subscriptions.bindings());
    catalogue.exchanges().forEach(exchange -> topology.exchange(exchange.name()));
    settings.forEach((queue, setting) -> topology.partitions(queue, setting.partitions()));
    return topology.build();
  }

  TopologyDeclarer declarer(Topology topology) {
    return new TopologyDeclarer(connections, topology);
  }

  private void requireKnown(Collection<String> queues) {
    List<String> unknown = settings.keySet().stream()
        .filter(queue -> !queues.contains(queue))
        .map(queue ->
            "event-manager.queues.%s is set, and no handler has such a queue; there are %s, and a name is written in brackets where it has more than letters, digits, - and _: event-manager.queues[%s]"
                .formatted(queue, queues, queue))
        .toList();
    if (!unknown.isEmpty()) {
      throw new StartUpException(unknown);
    }
  }
}
