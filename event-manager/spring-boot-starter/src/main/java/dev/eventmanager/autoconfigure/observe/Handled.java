package dev.eventmanager.autoconfigure.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * What the timers of handling tell apart.
 *
 * @param error the kind of failure, or none
 */
record Handled(String queue, String event, @Nullable Class<?> error) {

  static final String NAME = "event.handle";

  Timer timer(MeterRegistry meters) {
    String failure = error == null ? "none" : error.getSimpleName();
    return meters.timer(NAME, "queue", queue, "event", event, "error", failure);
  }
}
