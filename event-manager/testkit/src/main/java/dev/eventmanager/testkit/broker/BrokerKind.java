package dev.eventmanager.testkit.broker;

/** What a broker is, as far as a test has to care. */
public enum BrokerKind {
  /** RabbitMQ, 3.10 or later: what every promise about delivery is tested on. */
  RABBITMQ,

  /**
   * Apache Qpid Broker-J inside this JVM: needs nothing installed, and lacks what RabbitMQ adds to
   * AMQP 0-9-1.
   */
  EMBEDDED
}
