package dev.eventmanager.rabbit.consume;

import dev.eventmanager.handling.DeliveryProcessor;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands deliveries to the processor, one of a key at a time. Thread-safe.
 *
 * <p>It outlives the channels: an event that was in hand when its channel was lost keeps its lane,
 * so that its successors, delivered again by the next channel, still come after it.
 */
final class LaneProcessing implements Consumer<Received> {

  private final DeliveryProcessor processor;
  private final Lanes<Received> lanes = new Lanes<>();

  LaneProcessing(DeliveryProcessor processor) {
    this.processor = processor;
  }

  @Override
  public void accept(Received received) {
    if (lanes.enter(received.orderingKey(), received)) {
      process(received);
    }
  }

  /** Forgets what waits and came by channels that are no more. */
  void forgetStale() {
    lanes.forgetWaiting(received -> !received.generation().isTaking());
  }

  int inHand() {
    return lanes.busy();
  }

  /** A loop rather than a recursion, for processors that answer at once. */
  private void process(@Nullable Received first) {
    Received next = first;
    while (next != null) {
      Received current = next;
      if (!current.generation().begin()) {
        next = lanes.leave(current.orderingKey());
        continue;
      }
      CompletableFuture<@Nullable Void> answer = answer(current);
      if (!answer.isDone()) {
        answer.whenComplete((nothing, failure) -> process(finish(current, failure)));
        return;
      }
      next = finish(current, failureOf(answer));
    }
  }

  private CompletableFuture<@Nullable Void> answer(Received received) {
    try {
      return processor.process(received.delivery());
    } catch (Throwable failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static @Nullable Throwable failureOf(CompletableFuture<@Nullable Void> answer) {
    return answer.handle((nothing, failure) -> failure).join();
  }

  private @Nullable Received finish(Received received, @Nullable Throwable failure) {
    if (failure == null) {
      received.generation().finished(received.tag());
    } else {
      received.generation().failed(received, failure);
    }
    return lanes.leave(received.orderingKey());
  }
}
