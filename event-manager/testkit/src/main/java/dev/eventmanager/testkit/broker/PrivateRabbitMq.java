package dev.eventmanager.testkit.broker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A RabbitMQ of this machine's installation, started as a node of its own: own name, ports, cookie,
 * port mapper and folders, so that it meets no other node. Takes about five seconds; ends, with all
 * its processes and files, on {@link #close()} and with this JVM.
 *
 * <p>For tests that need a broker to themselves, to kill it. Others share one by {@link
 * TestBroker#find()}.
 */
public final class PrivateRabbitMq implements TestBroker {
  private final Path server;
  private final NodeFiles files;
  private final NodePorts ports;
  private final RabbitMqManagement management;
  private final Thread atExit = new Thread(this::stop, "stop private RabbitMQ");
  private NodeProcess node;

  private PrivateRabbitMq(Path server, NodeFiles files, NodePorts ports) throws IOException {
    this.server = server;
    this.files = files;
    this.ports = ports;
    this.management = new RabbitMqManagement(managementUri());
    this.node = NodeProcess.start(server, files, ports);
    Runtime.getRuntime().addShutdownHook(atExit);
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
    try {
      NodePorts ports = NodePorts.free();
      return start(server, NodeFiles.create(ports), ports);
    } catch (IOException e) {
      throw new BrokerUnavailableException(
          "%s did not start: %s".formatted(server, e.getMessage()), e);
    }
  }

  private static PrivateRabbitMq start(Path server, NodeFiles files, NodePorts ports)
      throws IOException {
    try {
      return new PrivateRabbitMq(server, files, ports);
    } catch (IOException e) {
      files.delete();
      throw e;
    }
  }

  /**
   * Kills the node as a power cut would, and starts it again on the same ports and data: what was
   * durable is there again, connections are lost.
   */
  public synchronized void crashAndRestart() {
    node.kill();
    try {
      node = NodeProcess.start(server, files, ports);
    } catch (IOException e) {
      throw new BrokerUnavailableException("the node did not come back: " + e.getMessage(), e);
    }
  }

  @Override
  public BrokerKind kind() {
    return BrokerKind.RABBITMQ;
  }

  @Override
  public String description() {
    return "RabbitMQ, a private node of %s on 127.0.0.1:%d".formatted(server, ports.amqp());
  }

  @Override
  public URI uri() {
    return URI.create("amqp://guest:guest@127.0.0.1:" + ports.amqp());
  }

  /** The HTTP address of its management plugin, with user and password. */
  public URI managementUri() {
    return URI.create("http://guest:guest@127.0.0.1:" + ports.management());
  }

  @Override
  public VirtualHost openVirtualHost(String purpose) {
    return management.open(purpose, uri());
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyExiting) {
      return; // the hook does it
    }
    stop();
  }

  private synchronized void stop() {
    node.kill();
    files.delete();
  }
}
