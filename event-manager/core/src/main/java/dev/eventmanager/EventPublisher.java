package dev.eventmanager;

import java.util.concurrent.CompletableFuture;

/**
 * Publishes declared events. Thread-safe.
 *
 * <p>Inside a transaction of a service with a database the event joins it: it goes out if and only
 * if the transaction commits. Otherwise it goes to the broker at once, persistent, mandatory and
 * confirmed. Events of one ordering key that are published one after the other keep that order.
 *
 * <p>An event published while another is handled belongs to the same conversation: it takes its
 * correlation id from it and names it as its cause.
 *
 * <p>Where its type is {@linkplain EventType#downcasting downcast}, the twins in older versions go
 * with it: in the same transaction, right behind it, with one outcome. It is unroutable only if no
 * queue wants any of its versions.
 *
 * <p>What is to leave later goes to {@link LaterEvents}.
 */
public interface EventPublisher {

  /**
   * Publishes and returns once the event is safe: stored in the outbox of the current transaction,
   * or confirmed on a queue.
   *
   * @return the event as it was published, with its metadata
   * @throws PublishFailedException if it reached no queue, was refused, or nobody can tell
   * @throws IllegalArgumentException if the event type is not declared, its payload has no ordering
   *     key or cannot be written as JSON
   */
  <T> Event<T> publish(EventType<T> type, T payload);

  /**
   * Publishes without waiting. Order is that of the calls; many may be under way, up to a bound,
   * beyond which the call waits for room.
   *
   * @return completes with the outcome, never exceptionally
   * @throws IllegalArgumentException as {@link #publish}
   */
  <T> CompletableFuture<PublishOutcome> publishAsync(EventType<T> type, T payload);
}
