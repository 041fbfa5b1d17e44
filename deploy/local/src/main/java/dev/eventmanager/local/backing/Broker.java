package dev.eventmanager.local.backing;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.testkit.broker.EmbeddedBroker;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An AMQP 0-9-1 broker: Apache Qpid Broker-J within this process, or a RabbitMQ that is there
 * already.
 */
public final class Broker implements AutoCloseable {

  private final URI uri;
  private final String description;
  private final @Nullable EmbeddedBroker server;

  private Broker(URI uri, String description, @Nullable EmbeddedBroker server) {
    this.uri = uri;
    this.description = description;
    this.server = server;
  }

  /** The address an embedded broker will have on this port, known before it is started. */
  public static URI embeddedUri(int port) {
    return URI.create("amqp://guest:guest@127.0.0.1:" + port);
  }

  /** A broker in this process, which keeps everything in memory. */
  public static Broker embedded(int port) {
    return new Broker(
        embeddedUri(port), "Apache Qpid Broker-J, embedded", EmbeddedBroker.start(port));
  }

  /**
   * A broker that is there already.
   *
   * @throws UnavailableException if it cannot be reached, or refuses the user
   */
  public static Broker at(URI uri) {
    Broker broker = new Broker(uri, "RabbitMQ", null);
    try (Connection connection = broker.connect("availability check")) {
      return new Broker(uri, productOf(connection), null);
    } catch (IOException e) {
      throw new UnavailableException(
          "No RabbitMQ lets us in at %s (%s). Start it, or correct --rabbitmq."
              .formatted(withoutPassword(uri), FirstLine.of(e)));
    }
  }

  private static String productOf(Connection connection) {
    return connection.getServerProperties().get("product")
        + " "
        + connection.getServerProperties().get("version");
  }

  public URI uri() {
    return uri;
  }

  /** For people to read; with the password only where the broker is embedded, and everybody's. */
  public String address() {
    return server == null ? withoutPassword(uri) : uri.toString();
  }

  public String description() {
    return description;
  }

  /** For plain connections, which come back by themselves when they are lost. */
  public ConnectionFactory connectionFactory() {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setConnectionTimeout(5_000);
    try {
      factory.setUri(uri);
      return factory;
    } catch (URISyntaxException | GeneralSecurityException | IllegalArgumentException e) {
      throw new UnavailableException(
          "%s is no AMQP address (%s). It looks like amqp://user:password@host:5672/vhost."
              .formatted(withoutPassword(uri), e.getMessage()));
    }
  }

  /** A new connection; the caller closes it. */
  public Connection connect(String name) throws IOException {
    try {
      return connectionFactory().newConnection(name);
    } catch (TimeoutException e) {
      throw new IOException("no answer within 5 s", e);
    }
  }

  private static String withoutPassword(URI uri) {
    return uri.toString().replaceFirst("(//[^:/@]+):[^@]*@", "$1:***@");
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
