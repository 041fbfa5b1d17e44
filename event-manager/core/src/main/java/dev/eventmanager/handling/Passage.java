package dev.eventmanager.handling;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A step at a delivery, taken anew after each pause that it meets. */
final class Passage<T> {

  /** Then the fault is rather its own: others went on each time. */
  private static final int MOST_PAUSES_BEGUN = 5;

  private final Delivery delivery;
  private final Supplier<CompletableFuture<T>> step;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private int pausesBegun = 0;

  Passage(Delivery delivery, Supplier<CompletableFuture<T>> step) {
    this.delivery = delivery;
    this.step = step;
  }

  CompletableFuture<T> result() {
    return result;
  }

  boolean isOurs() {
    return delivery.isStillOurs();
  }

  /** Whether its failure may begin a pause; to be asked each time. */
  boolean mayBeginPause() {
    return pausesBegun++ < MOST_PAUSES_BEGUN;
  }

  /** Takes the step, and ends with it unless the pause keeps it. */
  void take(QueuePause pause) {
    begin().whenComplete((value, failure) -> {
      try {
        if (pause.letsPass(this, failure)) {
          end(value, failure);
        }
      } catch (Throwable unforeseen) {
        result.completeExceptionally(unforeseen);
      }
    });
  }

  void giveUp() {
    result.completeExceptionally(new NotOursException(delivery));
  }

  private CompletableFuture<T> begin() {
    try {
      return step.get();
    } catch (Throwable failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private void end(T value, @Nullable Throwable failure) {
    if (failure == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(failure);
    }
  }
}
