package dev.eventmanager.testkit.service;

import dev.eventmanager.handling.Handling;
import dev.eventmanager.handling.HandlingInterceptor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Sees how each event ends on each queue: outermost, so after the commit. Thread-safe. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HandlingWitness implements HandlingInterceptor {

  private final Map<Passage, CompletableFuture<Handled>> ends = new ConcurrentHashMap<>();

  @Override
  public void intercept(Handling handling, Invocation next) throws Exception {
    CompletableFuture<Handled> end =
        end(handling.delivery().queue(), handling.event().metadata().id());
    try {
      next.proceed();
      end.complete(new Handled(handling.subscription(), Optional.empty()));
    } catch (Exception | Error failure) {
      end.complete(new Handled(handling.subscription(), Optional.of(failure)));
      throw failure;
    }
  }

  /** How the first attempt with an event ended on a queue; empty if there was none in this time. */
  Optional<Handled> await(String queue, String eventId, Duration limit) {
    try {
      return Optional.of(end(queue, eventId).get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException none) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a handler", interrupted);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private CompletableFuture<Handled> end(String queue, String eventId) {
    return ends.computeIfAbsent(new Passage(queue, eventId), key -> new CompletableFuture<>());
  }

  private record Passage(String queue, String eventId) {}
}
