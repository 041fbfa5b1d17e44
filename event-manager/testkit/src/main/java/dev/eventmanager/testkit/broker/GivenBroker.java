package dev.eventmanager.testkit.broker;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** A broker at an address that was given. It was there before, and stays. */
final class GivenBroker implements TestBroker {
  private final URI uri;
  private final Optional<RabbitMqManagement> management;
  private final String product;
  private final String version;

  private GivenBroker(
      URI uri, Optional<RabbitMqManagement> management, Map<String, Object> serverProperties) {
    this.uri = uri;
    this.management = management;
    this.product = String.valueOf(serverProperties.get("product"));
    this.version = String.valueOf(serverProperties.get("version"));
  }

  static GivenBroker connect(URI uri, Optional<URI> management) {
    try (Connection connection = VirtualHost.connectionFactory(uri).newConnection()) {
      return new GivenBroker(
          uri, management.map(RabbitMqManagement::new), connection.getServerProperties());
    } catch (IOException | TimeoutException e) {
      throw new BrokerUnavailableException(
          "no broker answers at %s, given as %s (%s); start it, correct the address, or unset it"
              .formatted(withoutPassword(uri), TestBrokerSettings.ADDRESS, e),
          e);
    }
  }

  @Override
  public BrokerKind kind() {
    return product.equals("RabbitMQ") ? BrokerKind.RABBITMQ : BrokerKind.EMBEDDED;
  }

  @Override
  public String description() {
    return "%s %s at %s, as given".formatted(product, version, withoutPassword(uri));
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public VirtualHost openVirtualHost(String purpose) {
    return management
        .map(plugin -> plugin.open(purpose, uri))
        .orElseGet(() -> VirtualHost.shared(kind(), uri));
  }

  @Override
  public void close() {
    // not ours to stop
  }

  private static String withoutPassword(URI uri) {
    ConnectionFactory address = VirtualHost.connectionFactory(uri);
    return "%s:%d, virtual host %s"
        .formatted(address.getHost(), address.getPort(), address.getVirtualHost());
  }
}
