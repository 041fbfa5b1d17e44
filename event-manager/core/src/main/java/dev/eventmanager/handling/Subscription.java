package dev.eventmanager.handling;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.routing.BindingKey;

/**
 * A handler for the events of a queue whose routing keys match a pattern.
 *
 * @param queue the queue
 * @param pattern both the queue's binding and the choice of the handler
 * @param payloadType what the handler takes; {@code Object} for any payload
 * @param name the handler's name, for messages
 */
public record Subscription(
    String queue, BindingKey pattern, Class<?> payloadType, String name, EventHandler handler) {

  /** A subscription whose handler takes payload and metadata. */
  public static <T> Subscription of(
      String queue, String pattern, Class<T> payloadType, PayloadHandler<? super T> handler) {
    return new Subscription(
        queue,
        BindingKey.of(pattern),
        payloadType,
        "handler of " + payloadType.getSimpleName(),
        event -> handler.handle(payloadType.cast(event.payload()), event.metadata()));
  }

  /** Handles a payload. */
  @FunctionalInterface
  public interface PayloadHandler<T> {
    void handle(T payload, EventMetadata metadata) throws Exception;
  }

  @Override
  public String toString() {
    return "%s (queue \"%s\", pattern \"%s\")".formatted(name, queue, pattern);
  }
}
