package dev.eventmanager.bridge;

import dev.eventmanager.autoconfigure.topology.ServiceRouting;
import dev.eventmanager.bridge.RouteSettings.Routes;
import dev.eventmanager.bridge.route.NeededExchange;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.topology.Topology;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import dev.eventmanager.rabbit.topology.TopologyException;
import dev.eventmanager.rabbit.topology.TopologyKeeper;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the bridge needs on the broker: declared, kept, and shown to operators. */
@Component
class RouteTopology {

  private static final Logger LOG = LoggerFactory.getLogger(RouteTopology.class);

  private final Topology topology;
  private final TopologyDeclarer declarer;
  private final ServiceRouting routing;
  private @Nullable TopologyKeeper keeper;

  RouteTopology(
      Routes routes,
      ObjectProvider<NeededExchange> exchanges,
      BrokerConnections connections,
      ServiceRouting routing) {
    this.topology = of(routes, exchanges.orderedStream());
    this.declarer = new TopologyDeclarer(connections, topology);
    this.routing = routing;
  }

  private static Topology of(Routes routes, Stream<NeededExchange> exchanges) {
    var topology = Topology.builder();
    exchanges.forEach(each -> topology.exchange(each.name()));
    routes
        .all()
        .forEach(route ->
            topology.bindings(route.bindings()).partitions(route.queue(), route.partitions()));
    return topology.build();
  }

  TopologyDeclarer declarer() {
    return declarer;
  }

  /**
   * Declares it from now on. A broker that is away is waited for.
   *
   * @throws TopologyException with every problem, if the broker does not take it
   */
  void keep() {
    routing.declares(topology);
    try {
      declarer.declare();
      routing.check();
    } catch (TopologyException misfit) {
      throw misfit;
    } catch (RuntimeException unreachable) {
      LOG.warn(
          "Starting without the broker, connecting as soon as possible: {}",
          BrokerConnections.reasonOf(unreachable));
    }
    keeper = TopologyKeeper.keep(declarer);
  }

  void letGo() {
    if (keeper != null) {
      keeper.close();
    }
  }
}
