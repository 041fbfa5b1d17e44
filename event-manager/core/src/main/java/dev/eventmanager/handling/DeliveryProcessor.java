package dev.eventmanager.handling;

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
}
