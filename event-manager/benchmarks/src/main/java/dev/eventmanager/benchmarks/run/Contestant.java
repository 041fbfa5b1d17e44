package dev.eventmanager.benchmarks.run;

import java.util.concurrent.Callable;

/**
 * A way to publish purchases to a topic exchange and to handle them from a quorum queue, persistent,
 * mandatory, confirmed and acknowledged after they were handled. Thread-safe.
 */
public interface Contestant extends AutoCloseable {

  /**
   * Publishes; waits where too many are unconfirmed.
   *
   * @throws Exception if it knows already that this went wrong
   */
  void send(Purchase purchase) throws Exception;

  /** Has a thread publish, within what keeps its purchases in order. */
  default void publish(Callable<?> sending) throws Exception {
    sending.call();
  }

  @Override
  void close() throws Exception;

  /**
   * What a contestant is given.
   *
   * @param name of its exchange and its queue
   * @param receipts takes what arrives
   */
  record Place(Broker broker, String name, Course course, Receipts receipts) {

    public String routingKey() {
      return name + ".v1.purchase";
    }

    public String pattern() {
      return name + ".*.purchase";
    }
  }

  /** Connects, declares its exchange and its queue, and consumes. */
  @FunctionalInterface
  interface Start {
    Contestant start(Place place) throws Exception;
  }
}
