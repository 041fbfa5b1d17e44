package dev.eventmanager.handling;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a transport hands its deliveries to. Thread-safe.
 *
 * <p>The transport calls it for one delivery of an ordering key at a time and waits for the answer
 * before it hands over the key's next; deliveries of other keys come in parallel.
 */
@FunctionalInterface
public interface DeliveryProcessor {

  /**
   * Processes a delivery. Must not block the calling thread for long.
   *
   * @return completes normally once the event is dealt with for good and may be acknowledged.
   *     Completes exceptionally where nothing could be done with it: nothing is acknowledged, the
   *     transport gives back all that it holds, waits a little and begins again in order.
   */
  CompletableFuture<Void> process(Delivery delivery);

  /** Whether {@link #takeAside} may be called. */
  default boolean takesAside() {
    return false;
  }

  /**
   * Takes over what waits of one ordering key, as the key has more than its share of what the
   * transport may hold. Called instead of {@link #process}, when nothing of the key is in hand.
   *
   * @param line in the order in which they came
   * @return as of {@link #process}, once all of them may be acknowledged
   */
  default CompletableFuture<Void> takeAside(List<Delivery> line) {
    throw new UnsupportedOperationException("takes nothing aside");
  }
}
