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
 * @param source where the queue stands
 */
public record Subscription(
    String queue,
    BindingKey pattern,
    Class<?> payloadType,
    String name,
    EventHandler handler,
    Source source) {

  /** Where a queue stands. */
  public enum Source {
    /** On the broker: the service declares it, and binds it by its patterns. */
    BROKER,
    /** In SQS: somebody else makes it and fills it; the patterns choose from what is there. */
    SQS
  }

  /** A subscription of a queue on the broker. */
  public Subscription(
      String queue, BindingKey pattern, Class<?> payloadType, String name, EventHandler handler) {
    this(queue, pattern, payloadType, name, handler, Source.BROKER);
  }

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

  /** This subscription, of a queue in SQS. */
  public Subscription inSqs() {
    return new Subscription(queue, pattern, payloadType, name, handler, Source.SQS);
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
