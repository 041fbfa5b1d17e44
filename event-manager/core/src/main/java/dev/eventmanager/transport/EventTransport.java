package dev.eventmanager.transport;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import java.util.concurrent.CompletableFuture;

/**
 * Sends encoded events. Thread-safe.
 *
 * <p>Events of one ordering key sent one after the other arrive on their queues in that order.
 */
@FunctionalInterface
public interface EventTransport {

  /**
   * Sends an event; waits for room where too many are under way.
   *
   * @return completes with the outcome, in bounded time and never exceptionally
   */
  CompletableFuture<PublishOutcome> send(EncodedEvent event);
}
