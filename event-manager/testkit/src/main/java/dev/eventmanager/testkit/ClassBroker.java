package dev.eventmanager.testkit;

import dev.eventmanager.testkit.broker.TestBroker;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.util.Optional;

/** The virtual host of one test class, and the property by which Spring Boot finds it. */
record ClassBroker(VirtualHost virtualHost, Optional<String> addressesBefore)
    implements AutoCloseable {
  private static final String ADDRESSES = "spring.rabbitmq.addresses";

  static ClassBroker open(TestBroker broker, String purpose) {
    VirtualHost virtualHost = broker.openVirtualHost(purpose);
    String before = System.setProperty(ADDRESSES, virtualHost.uri().toString());
    return new ClassBroker(virtualHost, Optional.ofNullable(before));
  }

  @Override
  public void close() {
    addressesBefore.ifPresentOrElse(
        before -> System.setProperty(ADDRESSES, before), () -> System.clearProperty(ADDRESSES));
    virtualHost.close();
  }
}
