package dev.eventmanager.rabbit.management;

import java.util.List;
import java.util.Map;

/**
 * Exchanges, queues and bindings, as they stand in a virtual host or are to stand there; without those
 * that the broker has by itself. Immutable.
 *
 * @param source where this is known from, for people
 */
public record BrokerState(
    String source, List<Exchange> exchanges, List<Queue> queues, List<Binding> bindings) {

  /** An exchange. */
  public record Exchange(String name, String type, boolean durable, Map<String, Object> arguments) {

    public Exchange {
      arguments = Map.copyOf(arguments);
    }
  }

  /** A queue. */
  public record Queue(String name, boolean durable, Map<String, Object> arguments) {

    public Queue {
      arguments = Map.copyOf(arguments);
    }
  }

  /**
   * A binding.
   *
   * @param source the exchange that messages come from
   * @param destination a queue or another exchange
   * @param toQueue which of the two
   */
  public record Binding(
      String source,
      String destination,
      boolean toQueue,
      String routingKey,
      Map<String, Object> arguments) {

    public Binding {
      arguments = Map.copyOf(arguments);
    }
  }
}
