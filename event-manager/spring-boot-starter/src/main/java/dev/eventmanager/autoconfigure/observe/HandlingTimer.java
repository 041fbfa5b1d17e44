package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.handling.Handling;
import dev.eventmanager.handling.HandlingInterceptor;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Times every attempt to handle an event, as {@link HandlingObserver} does, and nothing else.
 * Thread-safe.
 */
final class HandlingTimer implements HandlingInterceptor {

  private final Timers<Handled> timers;

  HandlingTimer(Timers<Handled> timers) {
    this.timers = timers;
  }

  @Override
  public void intercept(Handling handling, Invocation next) throws Exception {
    Timer.Sample sample = timers.start();
    Class<?> error = null;
    try {
      next.proceed();
    } catch (Throwable failure) {
      error = failure.getClass();
      throw failure;
    } finally {
      timers.stop(sample, handled(handling, error));
    }
  }

  private static Handled handled(Handling handling, @Nullable Class<?> error) {
    return new Handled(
        handling.delivery().queue(), handling.event().metadata().routingKey(), error);
  }
}
