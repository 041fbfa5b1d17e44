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
   * Finds a broker, in this order: the address that is given; Docker; a {@code rabbitmq-server} on
   * this machine, started as a private node; the embedded one. What it settled on is printed once,
   * on standard output.
   *
   * <p>Settings, each an environment variable or a system property of the same name:
   *
   * <ul>
   *   <li>{@code EVENT_MANAGER_TEST_BROKER}: an address such as {@code
   *       amqp://guest:guest@localhost:5672}
   *   <li>{@code EVENT_MANAGER_TEST_BROKER_MANAGEMENT}: the address of its management plugin, such
   *       as {@code http://guest:guest@localhost:15672}, to make virtual hosts with
   *   <li>{@code EVENT_MANAGER_TEST_RABBITMQ_IMAGE}: the image for Docker
   *   <li>{@code EVENT_MANAGER_TEST_REQUIRE_RABBITMQ}: {@code true} where the embedded broker will
   *       not do, as in continuous integration
   * </ul>
   *
   * @throws BrokerUnavailableException if a broker that was given does not answer, or if a RabbitMQ
   *     is required and there is none; it says what was tried
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
