package dev.eventmanager.handling;

import java.util.concurrent.CompletableFuture;

/** What is tried with an event, once: calls a handler, or sends the event on. Thread-safe. */
@FunctionalInterface
public interface DeliveryAttempts {

  /**
   * Makes an attempt. Returns at once.
   *
   * @param attempt 1 for the first
   * @return how it ended; completes exceptionally only where it could not even be made, and the
   *     event is then to be tried again
   */
  CompletableFuture<AttemptOutcome> attempt(Delivery delivery, int attempt);
}
