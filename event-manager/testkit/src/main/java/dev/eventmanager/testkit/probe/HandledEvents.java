package dev.eventmanager.testkit.probe;

import dev.eventmanager.handling.Handling;
import dev.eventmanager.handling.HandlingInterceptor;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what was handled, so that {@link EventProbe#awaitRest} knows when a cause has no
 * consequence left to come. Make it the outermost interceptor (in a Spring test, a bean with the
 * highest precedence). Thread-safe.
 */
public final class HandledEvents implements HandlingInterceptor {
  private final Set<Handled> handled = ConcurrentHashMap.newKeySet();
  private final Map<Handled, String> failures = new ConcurrentHashMap<>();

  @Override
  public void intercept(Handling handling, Invocation next) throws Exception {
    Handled attempt =
        new Handled(handling.delivery().queue(), handling.event().metadata().id());
    try {
      next.proceed();
      handled.add(attempt);
    } catch (Exception e) {
      failures.put(attempt, "attempt " + handling.attempt() + " failed: " + e);
      throw e;
    }
  }

  /** Whether a handler of this queue has dealt with an event successfully. */
  public boolean isHandled(String queue, String eventId) {
    return handled.contains(new Handled(queue, eventId));
  }

  String lastFailure(String queue, String eventId) {
    return failures.getOrDefault(new Handled(queue, eventId), "not tried yet");
  }

  private record Handled(String queue, String eventId) {}
}
