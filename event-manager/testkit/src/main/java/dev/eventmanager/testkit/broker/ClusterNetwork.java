package dev.eventmanager.testkit.broker;

import dev.eventmanager.testkit.fault.CuttableProxy;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The network between the nodes of a cluster: a proxy for each way from one to another. */
final class ClusterNetwork implements AutoCloseable {
  private final Map<Way, CuttableProxy> ways = new HashMap<>();
  private final ConcurrentMap<String, PortMapper.Registration> registered =
      new ConcurrentHashMap<>();

  /** A network that holds; the nodes are given by name without host. */
  ClusterNetwork(Map<String, NodePorts> nodes) {
    for (String from : nodes.keySet()) {
      nodes.forEach((to, ports) -> {
        if (!from.equals(to)) {
          ways.put(new Way(from, to), CuttableProxy.to("127.0.0.1", ports.distribution()));
        }
      });
    }
  }

  /** A mapper that tells a node the ways to the others. */
  PortMapper mapperOf(String node) throws IOException {
    Map<String, Integer> others = new HashMap<>();
    ways.forEach((way, proxy) -> {
      if (way.from().equals(node)) {
        others.put(way.to(), proxy.port());
      }
    });
    return PortMapper.open(others, registered);
  }

  /** Cuts every way between these nodes and the rest; among themselves they keep theirs. */
  void cutOff(List<String> nodes) {
    ways.forEach((way, proxy) -> {
      if (nodes.contains(way.from()) != nodes.contains(way.to())) {
        proxy.cut();
      }
    });
  }

  void heal() {
    ways.values().forEach(CuttableProxy::heal);
  }

  @Override
  public void close() {
    ways.values().forEach(CuttableProxy::close);
  }

  private record Way(String from, String to) {}
}
