package dev.eventmanager.testkit.broker;

import java.net.URI;

/**
 * A broker that runs and may be used by tests.
 *
 * <p>Safe for use by many threads. A broker is shared by test classes; each of them opens a {@link
 * VirtualHost} of its own, so that none sees the queues of another.
 */
public interface TestBroker extends AutoCloseable {

  /**
   * Finds a broker, in this order: the address in {@code EVENT_MANAGER_TEST_BROKER}; Docker; a
   * {@code rabbitmq-server} on this machine, started as a private node; the embedded one. Variables
   * of the environment may also be given as system properties of the same name.
   *
   * <p>What it settled on is printed once, on standard output.
   *
   * @throws BrokerUnavailableException if a broker that was given does not answer, or if {@code
   *     EVENT_MANAGER_TEST_REQUIRE_RABBITMQ=true} and only the embedded one could be had
   */
  static TestBroker find() {
    return new BrokerSearch(TestBrokerSettings.fromEnvironment(), System.out::println).find();
  }

  /** Tells RabbitMQ from the embedded broker. */
  BrokerKind kind();

  /** Product, version, address and where it came from, for people to read. */
  String description();

  /** The address of the default virtual host, with user and password. */
  URI uri();

  /**
   * Opens a virtual host that nobody else uses. Where this broker cannot make any (an address that
   * was given without its management address) it is the one of the address, shared with others: use
   * {@link VirtualHost#freshName(String)} for everything that is declared in it.
   *
   * @param purpose a few letters to recognise it by, such as the name of the test class
   */
  VirtualHost openVirtualHost(String purpose);

  /** Stops the broker if this process started it, and leaves it alone otherwise. */
  @Override
  void close();
}
