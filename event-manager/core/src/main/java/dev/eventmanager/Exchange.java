package dev.eventmanager;

import dev.eventmanager.routing.RoutingKey;

/**
 * A durable topic exchange, one for each publishing service, on which events are declared:
 *
 * <pre>{@code
 * Exchange ORDER = Exchange.topic("order");
 * EventType<Order> SUBMIT = ORDER.event("submit", Order.class);
 * }</pre>
 *
 * @param name one lower-case word of {@code [a-z0-9-]}; it is also the first word of the routing
 *     key of every event on this exchange
 */
public record Exchange(String name) {

  public Exchange {
    RoutingKey.requireWord("exchange name", name);
  }

  /** The topic exchange of this name; nothing is declared on the broker yet. */
  public static Exchange topic(String name) {
    return new Exchange(name);
  }

  /**
   * Declares an event of version 1 on this exchange.
   *
   * @param name one lower-case word of {@code [a-z0-9-]}, the last word of the routing key
   * @param payloadType the immutable type of the payload; JSON on the wire
   */
  public <T> EventType<T> event(String name, Class<T> payloadType) {
    return EventType.declare(this, name, payloadType);
  }

  @Override
  public String toString() {
    return name;
  }
}
