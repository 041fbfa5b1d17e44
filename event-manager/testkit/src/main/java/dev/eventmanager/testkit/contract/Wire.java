package dev.eventmanager.testkit.contract;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.fault.CuttableProxy;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/** The way from one side of a bus to the broker, perhaps through a proxy that can be cut. */
final class Wire implements AutoCloseable {
  private final ConnectionFactory address;
  private final String addresses;
  private @Nullable CuttableProxy proxy;
  private @Nullable CachingConnectionFactory connections;

  Wire(VirtualHost virtualHost) {
    this.address = virtualHost.connectionFactory();
    this.addresses = virtualHost.addresses();
  }

  /** To be called before the first connection. */
  CuttableProxy throughProxy() {
    if (proxy == null) {
      proxy = CuttableProxy.to(address.getHost(), address.getPort());
      address.setHost("127.0.0.1");
      address.setPort(proxy.port());
    }
    return proxy;
  }

  BrokerConnections connections() {
    if (connections == null) {
      connections = new CachingConnectionFactory(address);
      if (proxy == null) {
        connections.setAddresses(addresses);
      }
    }
    return new BrokerConnections(connections);
  }

  @Override
  public void close() {
    if (connections != null) {
      connections.destroy();
    }
    if (proxy != null) {
      proxy.close();
    }
  }
}
