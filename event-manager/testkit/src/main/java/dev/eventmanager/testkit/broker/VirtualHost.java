package dev.eventmanager.testkit.broker;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;

/**
 * A part of a broker that one test class has to itself; closing it removes it with everything in
 * it.
 *
 * <p>Safe for use by many threads.
 */
public final class VirtualHost implements AutoCloseable {
  private final BrokerKind kind;
  private final URI uri;
  private final String addresses;
  private final Runnable removal;
  private final Optional<URI> management;
  private final Queue<String> freshNames = new ConcurrentLinkedQueue<>();

  private VirtualHost(
      BrokerKind kind, URI uri, String addresses, Runnable removal, Optional<URI> management) {
    this.kind = kind;
    this.uri = uri;
    this.addresses = addresses;
    this.removal = removal;
    this.management = management;
  }

  /** One that was made for the caller, and goes by the given action. */
  static VirtualHost own(BrokerKind kind, URI uri, Runnable removal) {
    ConnectionFactory factory = connectionFactory(uri);
    return new VirtualHost(
        kind, uri, factory.getHost() + ":" + factory.getPort(), removal, Optional.empty());
  }

  /** One that others use too: only what bears a fresh name is removed from it. */
  static VirtualHost shared(BrokerKind kind, URI uri) {
    return own(kind, uri, () -> {});
  }

  /** The same on a broker of several nodes. */
  VirtualHost on(String allAddresses) {
    return new VirtualHost(kind, uri, allAddresses, removal, management);
  }

  /** The same on a broker with the management plugin. */
  VirtualHost managedAt(URI plugin) {
    return new VirtualHost(kind, uri, addresses, removal, Optional.of(plugin));
  }

  /** Tells RabbitMQ from the embedded broker. */
  public BrokerKind kind() {
    return kind;
  }

  /** The AMQP address, with user, password and the name of this virtual host. */
  public URI uri() {
    return uri;
  }

  /**
   * The address of the broker's management plugin, with user and password, such as {@code
   * http://guest:guest@localhost:15672}; empty where it has none, or it is not known.
   */
  public Optional<URI> management() {
    return management;
  }

  /** Host and port of every node, as {@code spring.rabbitmq.addresses} takes them. */
  public String addresses() {
    return addresses;
  }

  /** A new factory of plain connections to this virtual host, without automatic recovery. */
  public ConnectionFactory connectionFactory() {
    return connectionFactory(uri);
  }

  /**
   * A new name for a queue or an exchange; whatever was declared under it is deleted on {@link
   * #close()}.
   */
  public String freshName(String purpose) {
    String name = purpose + "-" + UUID.randomUUID().toString().substring(0, 8);
    freshNames.add(name);
    return name;
  }

  @Override
  public void close() {
    if (!freshNames.isEmpty()) {
      deleteFreshNames();
    }
    removal.run();
  }

  static ConnectionFactory connectionFactory(URI uri) {
    ConnectionFactory factory = new ConnectionFactory();
    try {
      factory.setUri(uri);
    } catch (GeneralSecurityException | java.net.URISyntaxException e) {
      throw new IllegalArgumentException("not an AMQP address: " + uri, e);
    }
    factory.setAutomaticRecoveryEnabled(false);
    return factory;
  }

  private void deleteFreshNames() {
    try (Connection connection = connectionFactory().newConnection();
        Channel channel = connection.createChannel()) {
      for (String name : freshNames) {
        channel.queueDelete(name);
        channel.queueDelete(name + ".parked");
        channel.exchangeDelete(name);
      }
    } catch (IOException | TimeoutException e) {
      // A test may have left the broker unreachable on purpose; its names then go with the broker.
      System.getLogger(VirtualHost.class.getName())
          .log(System.Logger.Level.DEBUG, "could not delete {0} from {1}", freshNames, uri);
    }
  }
}
