package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.topology.Topology;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;

/**
 * What a service needs on the broker: every exchange that is declared, so that services may start
 * in any order, and its own queues with their bindings.
 */
final class ServiceTopology {

  private final BrokerConnections connections;
  private final EventCatalogue catalogue;
  private final boolean parksOnTheBroker;

  ServiceTopology(
      BrokerConnections connections, EventCatalogue catalogue, boolean parksOnTheBroker) {
    this.connections = connections;
    this.catalogue = catalogue;
    this.parksOnTheBroker = parksOnTheBroker;
  }

  TopologyDeclarer of(Subscriptions subscriptions) {
    Topology.Builder topology = Topology.builder().bindings(subscriptions.bindings());
    catalogue.exchanges().forEach(exchange -> topology.exchange(exchange.name()));
    if (parksOnTheBroker) {
      subscriptions.queues().forEach(topology::parking);
    }
    return new TopologyDeclarer(connections, topology.build());
  }
}
