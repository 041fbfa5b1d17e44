package dev.eventmanager.bridge.route;

import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.DeliveryProcessor;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Catches up with what another instance did, before the first delivery of each channel: AMQP does
 * not tell a standby that its turn has come, but it gets deliveries only from then on. Thread-safe.
 */
final class TakeOver implements DeliveryProcessor {

  private final DeliveryProcessor next;
  private final Runnable catchUp;
  private @Nullable BooleanSupplier channel;

  TakeOver(DeliveryProcessor next, Runnable catchUp) {
    this.next = next;
    this.catchUp = catchUp;
  }

  @Override
  public CompletableFuture<Void> process(Delivery delivery) {
    catchUpOnce(delivery.ownership());
    return next.process(delivery);
  }

  /** All deliveries of a channel share one ownership, for they are lost together. */
  private synchronized void catchUpOnce(BooleanSupplier ownership) {
    if (channel != ownership) {
      catchUp.run();
      channel = ownership;
    }
  }
}
