package dev.eventmanager.testkit.broker;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.BrokerImpl;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.State;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.VirtualHostNode;
import org.apache.qpid.server.model.port.AmqpPort;
import org.jspecify.annotations.Nullable;

/**
 * Apache Qpid Broker-J in this JVM: AMQP 0-9-1 on the loopback address, user and password {@code
 * guest}, everything in memory. Starts in one to two seconds and writes nothing to disk or log.
 *
 * <p>It lacks what RabbitMQ adds to AMQP 0-9-1: quorum queues, dead-letter exchanges, delivery
 * limits, exchange to exchange bindings, consumer-cancel notices. An unroutable mandatory message
 * is returned and nacked, not acked. Patterns with empty words break it, and many patterns with
 * several {@code #} each fill its memory; on all others it routes as RabbitMQ does.
 */
public final class EmbeddedBroker implements TestBroker {
  private final SystemLauncher launcher;
  private final Broker<?> broker;
  private final AmqpPort<?> port;
  private final AtomicInteger virtualHosts = new AtomicInteger();

  private EmbeddedBroker(SystemLauncher launcher, Broker<?> broker) {
    this.launcher = launcher;
    this.broker = broker;
    this.port = broker.getPorts().stream()
        .filter(AmqpPort.class::isInstance)
        .map(candidate -> (AmqpPort<?>) candidate)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Starts a broker; it accepts connections when this returns.
   *
   * @param port the port to listen on, or 0 for any that is free
   * @throws BrokerUnavailableException if the port is taken or the broker does not start
   */
  public static EmbeddedBroker start(int port) {
    requireFree(port);
    EmbeddedBrokerStart start = new EmbeddedBrokerStart();
    SystemLauncher launcher = new SystemLauncher(start);
    try {
      launcher.startup(attributes(port));
    } catch (Exception e) {
      throw new BrokerUnavailableException(
          "the embedded broker did not start: " + e.getMessage(), e);
    }
    keepUntilClosed(start.broker());
    EmbeddedBroker broker = new EmbeddedBroker(launcher, start.broker());
    if (broker.port.getState() != State.ACTIVE) {
      broker.close();
      throw portTaken(port, null);
    }
    return broker;
  }

  /** The port it listens on. */
  public int port() {
    return port.getBoundPort();
  }

  @Override
  public BrokerKind kind() {
    return BrokerKind.EMBEDDED;
  }

  @Override
  public String description() {
    return "Apache Qpid Broker-J "
        + broker.getProductVersion()
        + " embedded in this JVM, 127.0.0.1:"
        + port();
  }

  @Override
  public URI uri() {
    return uri("");
  }

  @Override
  public VirtualHost openVirtualHost(String purpose) {
    String name = purpose + "-" + virtualHosts.incrementAndGet();
    VirtualHostNode<?> node = (VirtualHostNode<?>) broker.createChild(
        VirtualHostNode.class,
        Map.of(
            ConfiguredObject.NAME,
            name,
            ConfiguredObject.TYPE,
            "Memory",
            "virtualHostInitialConfiguration",
            "{\"type\": \"Memory\"}"));
    return VirtualHost.own(kind(), uri("/" + name), node::deleteAsync);
  }

  /** Stops the broker; whatever stood in its queues is gone. */
  @Override
  public void close() {
    launcher.shutdown();
  }

  private URI uri(String path) {
    return URI.create("amqp://guest:guest@127.0.0.1:" + port() + path);
  }

  /** By itself it would close as soon as the JVM begins to end, under those who still use it. */
  private static void keepUntilClosed(Broker<?> broker) {
    try {
      Field hook = BrokerImpl.class.getDeclaredField("_shutdownHook"); // there is no setting for it
      hook.setAccessible(true);
      Runtime.getRuntime().removeShutdownHook((Thread) hook.get(broker));
    } catch (ReflectiveOperationException otherVersion) {
      throw new IllegalStateException(
          "this version of the broker keeps its hook elsewhere", otherVersion);
    }
  }

  /** Asked first: the broker itself tells of a taken port by a stack trace in the log. */
  private static void requireFree(int port) {
    try (ServerSocket ignored = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
    } catch (IOException e) {
      throw portTaken(port, e);
    }
  }

  private static BrokerUnavailableException portTaken(int port, @Nullable IOException cause) {
    return new BrokerUnavailableException(
        "the embedded broker cannot listen on port "
            + port
            + ": another program has it. Stop that program or choose another port (0 takes any free one).",
        cause);
  }

  private static Map<String, Object> attributes(int port) {
    return Map.of(
        ConfiguredObject.TYPE, "Memory",
        SystemConfig.INITIAL_CONFIGURATION_LOCATION, resource("embedded-broker.json"),
        SystemConfig.INITIAL_SYSTEM_PROPERTIES_LOCATION, resource("embedded-broker.properties"),
        SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT, false,
        ConfiguredObject.CONTEXT,
            Map.of(
                "embedded.port", Integer.toString(port),
                // x- arguments that RabbitMQ knows are no reason to refuse a queue here
                "queue.behaviourOnUnknownDeclareArgument", "IGNORE",
                "exchange.behaviourOnUnknownDeclareArgument", "IGNORE"));
  }

  private static String resource(String name) {
    URL url = EmbeddedBroker.class.getResource(name);
    return Objects.requireNonNull(url, name).toExternalForm();
  }
}
