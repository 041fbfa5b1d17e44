package dev.eventmanager.bridge.notifications;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends waits when the work is to stop, or to rest, and nothing else: a thread that is interrupted in
 * the midst of a statement would close H2's file under everybody. Thread-safe.
 */
final class StopSignal {

  private final CompletableFuture<Void> asked = new CompletableFuture<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile CompletableFuture<Void> rest = new CompletableFuture<>();

  void ask() {
    asked.complete(null);
    ended.countDown();
  }

  boolean isAsked() {
    return asked.isDone();
  }

  /** No answer is waited for until {@link #goOn}. */
  void rest() {
    rest.complete(null);
  }

  void goOn() {
    rest = new CompletableFuture<>();
  }

  boolean isAtRest() {
    return rest.isDone();
  }

  /** Waits so long, or until asked to stop. */
  void pause(Duration pause) {
    try {
      var unused = ended.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  /** The answer; empty, and the request given up, once asked to stop or to rest. */
  <T> Optional<T> await(CompletableFuture<T> answer) {
    CompletableFuture.anyOf(answer, asked, rest).join();
    if (answer.isDone()) {
      return Optional.of(answer.join());
    }
    answer.cancel(true);
    return Optional.empty();
  }
}
