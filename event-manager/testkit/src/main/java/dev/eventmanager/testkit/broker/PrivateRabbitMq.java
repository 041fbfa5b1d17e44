package dev.eventmanager.testkit.broker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * A RabbitMQ of this machine's installation, started as a node of its own: own name, ports, cookie,
 * port mapper and folders, so that it meets no other node. Takes about five seconds; ends, with all
 * its processes and files, on {@link #close()} and with this JVM.
 *
 * <p>For tests that need a broker to themselves, to kill it, freeze it or change its settings.
 * Others share one by {@link TestBroker#find()}; several nodes are a {@link RabbitMqCluster}.
 */
public final class PrivateRabbitMq implements TestBroker {
  private final Path server;
  private final RabbitMqNode node;
  private final RabbitMqManagement management;
  private final AtExit atExit;

  private PrivateRabbitMq(Path server, RabbitMqNode node) {
    this.server = server;
    this.node = node;
    this.management = new RabbitMqManagement(node.managementUri());
    this.atExit = new AtExit("stop private RabbitMQ", node::remove);
  }

  /** The server of this machine's installation, if there is one. */
  public static Optional<Path> findServer() {
    return ServerBinary.find();
  }

  /**
   * Starts a node; it accepts connections when this returns.
   *
   * @param server as {@link #findServer()} found it
   * @throws BrokerUnavailableException if it does not come up, with the last of what it said
   */
  public static PrivateRabbitMq start(Path server) {
    PrivateRabbitMq broker = new PrivateRabbitMq(server, newNode(server));
    try {
      broker.node.start();
      return broker;
    } catch (BrokerUnavailableException e) {
      broker.close();
      throw e;
    }
  }

  private static RabbitMqNode newNode(Path server) {
    try {
      NodePorts ports = NodePorts.free();
      return new RabbitMqNode(
          server,
          "event-manager-" + ports.amqp(),
          ports,
          NodeFiles.create(ports, UUID.randomUUID().toString(), ""),
          PortMapper.open(),
          "");
    } catch (IOException e) {
      throw new BrokerUnavailableException("%s did not start: %s".formatted(server, e), e);
    }
  }

  /**
   * Kills the node as a power cut would, and starts it again on the same ports and data: what was
   * durable is there again, connections are lost.
   */
  public void crashAndRestart() {
    node.crash();
    node.start();
  }

  /** Stops the node in its tracks: connections stay open, and nobody answers on them. */
  public void freeze() {
    node.freeze();
  }

  /** Has the node go on where it was frozen. */
  public void thaw() {
    node.thaw();
  }

  /**
   * Runs {@code rabbitmqctl} on the node; takes a second or two.
   *
   * @return what it said
   * @throws BrokerUnavailableException if it failed, with what it said
   */
  public String control(String... arguments) {
    return node.control(arguments);
  }

  @Override
  public BrokerKind kind() {
    return BrokerKind.RABBITMQ;
  }

  @Override
  public String description() {
    return "RabbitMQ, a private node of %s on 127.0.0.1:%d"
        .formatted(server, node.ports().amqp());
  }

  @Override
  public URI uri() {
    return node.uri();
  }

  /** The HTTP address of its management plugin, with user and password. */
  public URI managementUri() {
    return node.managementUri();
  }

  @Override
  public VirtualHost openVirtualHost(String purpose) {
    return management.open(purpose, uri());
  }

  @Override
  public void close() {
    atExit.runNow();
  }
}
