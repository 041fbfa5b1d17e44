package dev.eventmanager.bridge.target;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A client may fail before it has a future to say so. */
final class Asking {

  private Asking() {}

  /** The answer, or whatever kept the request from being sent. */
  static <T> CompletableFuture<T> of(Supplier<CompletableFuture<T>> request) {
    try {
      return request.get();
    } catch (RuntimeException notEvenSent) {
      return CompletableFuture.failedFuture(notEvenSent);
    }
  }
}
