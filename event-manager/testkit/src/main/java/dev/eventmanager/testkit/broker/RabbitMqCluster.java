package dev.eventmanager.testkit.broker;

import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Three nodes of this machine's RabbitMQ as one cluster, to lose its leaders, its nodes and its
 * network. Ends, with all its processes and files, on {@link #close()} and with this JVM.
 *
 * <p>Nodes reach each other through proxies of this JVM alone, so a partition needs no rights. A
 * node that is cut off from both others pauses ({@code pause_minority}): it closes its connections
 * until the partition heals. Nodes are named as RabbitMQ names them, such as {@code
 * event-manager-40123-1@localhost}.
 *
 * <p>Thread-safe, but for faults of the same node.
 */
public final class RabbitMqCluster implements TestBroker {
  private static final int NODES = 3;

  /** Three nodes with a scheduler for each core would be at each other's throats. */
  private static final String SMALL = "+S 1:1 +sbwt none +sbwtdcpu none +sbwtdio none";

  private final Path server;
  private final ClusterNetwork network;
  private final Map<String, RabbitMqNode> nodes;
  private final AtExit atExit = new AtExit("stop private RabbitMQ cluster", this::remove);

  private RabbitMqCluster(Path server, ClusterNetwork network, Map<String, RabbitMqNode> nodes) {
    this.server = server;
    this.network = network;
    this.nodes = nodes;
  }

  /**
   * Starts a cluster; all its nodes accept connections when this returns.
   *
   * @param server as {@link PrivateRabbitMq#findServer()} found it
   * @throws BrokerUnavailableException if it does not come up
   */
  public static RabbitMqCluster start(Path server) {
    RabbitMqCluster cluster;
    try {
      cluster = prepare(server);
    } catch (IOException e) {
      throw new BrokerUnavailableException("%s did not start: %s".formatted(server, e), e);
    }
    try {
      // One after the other: nodes that find each other half founded may wait for each other.
      cluster.nodes().forEach(cluster::restart);
      return cluster;
    } catch (BrokerUnavailableException e) {
      cluster.close();
      throw e;
    }
  }

  private static RabbitMqCluster prepare(Path server) throws IOException {
    Map<String, NodePorts> ports = new LinkedHashMap<>();
    for (int number = 1; number <= NODES; number++) {
      NodePorts free = NodePorts.free();
      ports.put("event-manager-%d-%d".formatted(free.amqp(), number), free);
    }
    String cookie = UUID.randomUUID().toString();
    ClusterNetwork network = new ClusterNetwork(ports);
    Map<String, RabbitMqNode> nodes = new LinkedHashMap<>();
    for (String name : ports.keySet()) {
      NodePorts own = ports.get(name);
      NodeFiles files = NodeFiles.create(own, cookie, settings(ports.keySet()));
      nodes.put(
          RabbitMqNode.fullName(name),
          new RabbitMqNode(server, name, own, files, network.mapperOf(name), SMALL));
    }
    return new RabbitMqCluster(server, network, nodes);
  }

  private static String settings(Collection<String> names) {
    List<String> all = List.copyOf(names);
    String members = IntStream.range(0, all.size())
        .mapToObj(number -> "cluster_formation.classic_config.nodes.%d = %s\n"
            .formatted(number + 1, RabbitMqNode.fullName(all.get(number))))
        .collect(Collectors.joining());
    return """
        cluster_formation.peer_discovery_backend = classic_config
        cluster_partition_handling = pause_minority
        """ + members;
  }

  /** The names of its nodes. */
  public List<String> nodes() {
    return List.copyOf(nodes.keySet());
  }

  /** The AMQP address of each node, as {@code spring.rabbitmq.addresses} takes them. */
  public String addresses() {
    return nodes.values().stream()
        .map(node -> "127.0.0.1:" + node.ports().amqp())
        .collect(Collectors.joining(","));
  }

  /** The AMQP address of one node, with user and password. */
  public URI uri(String node) {
    return node(node).uri();
  }

  /**
   * The node that leads a quorum queue; takes a second or two.
   *
   * @throws BrokerUnavailableException if no node that runs can tell
   */
  public String leaderOf(VirtualHost virtualHost, String queue) {
    String name = virtualHost.uri().getPath().substring(1);
    return control("list_queues", "--vhost", name, "name", "leader", "--no-table-headers")
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(columns -> columns.length == 2 && columns[0].equals(queue))
        .map(columns -> columns[1])
        .findFirst()
        .orElseThrow(() -> new BrokerUnavailableException("there is no queue " + queue));
  }

  /** Runs {@code rabbitmqctl} on one of the nodes that run; takes a second or two. */
  public String control(String... arguments) {
    return anyRunning().control(arguments);
  }

  /** Kills a node as a power cut would. */
  public void kill(String node) {
    node(node).crash();
  }

  /** Starts a killed node on the data it had, and waits until it is up. */
  public void restart(String node) {
    restart(List.of(node));
  }

  /** Starts killed nodes, all at once, since the last to go may wait for the others. */
  public void restart(Collection<String> killed) {
    together(killed, RabbitMqNode::start);
  }

  /** Stops a node in its tracks: connections stay open, and nobody answers on them. */
  public void freeze(String node) {
    node(node).freeze();
  }

  /** Has a node go on where it was frozen. */
  public void thaw(String node) {
    node(node).thaw();
  }

  /** Cuts the network between some nodes and the rest; clients still reach all of them. */
  public void partition(String... nodes) {
    network.cutOff(Stream.of(nodes).map(this::node).map(RabbitMqNode::name).toList());
  }

  /** Mends the network; the nodes find each other again within seconds. */
  public void heal() {
    network.heal();
  }

  /** Whether clients can connect to a node; not while it is down, frozen or pauses. */
  public boolean takesConnections(String node) {
    try (Connection connection = VirtualHost.connectionFactory(uri(node)).newConnection()) {
      return connection.isOpen();
    } catch (IOException | TimeoutException refused) {
      return false;
    }
  }

  @Override
  public BrokerKind kind() {
    return BrokerKind.RABBITMQ;
  }

  @Override
  public String description() {
    return "RabbitMQ, a private cluster of %s on %s".formatted(server, addresses());
  }

  /** The address of a node that runs. */
  @Override
  public URI uri() {
    return anyRunning().uri();
  }

  /** {@inheritDoc} Its {@link VirtualHost#addresses()} are those of all nodes. */
  @Override
  public VirtualHost openVirtualHost(String purpose) {
    RabbitMqNode node = anyRunning();
    return new RabbitMqManagement(node.managementUri())
        .open(purpose, node.uri())
        .on(addresses());
  }

  @Override
  public void close() {
    atExit.runNow();
  }

  private void remove() {
    together(nodes.keySet(), RabbitMqNode::remove);
    network.close();
  }

  private RabbitMqNode node(String name) {
    RabbitMqNode node = nodes.get(name);
    if (node == null) {
      throw new IllegalArgumentException("%s is none of %s".formatted(name, nodes.keySet()));
    }
    return node;
  }

  private RabbitMqNode anyRunning() {
    return nodes.values().stream()
        .filter(RabbitMqNode::isRunning)
        .findFirst()
        .orElseThrow(() -> new BrokerUnavailableException("no node runs of " + nodes.keySet()));
  }

  private void together(Collection<String> names, Consumer<RabbitMqNode> action) {
    List<CompletableFuture<Void>> all = names.stream()
        .map(name -> CompletableFuture.runAsync(
            () -> action.accept(node(name)), each -> new Thread(each, name).start()))
        .toList();
    try {
      all.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof BrokerUnavailableException known ? known : e;
    }
  }
}
