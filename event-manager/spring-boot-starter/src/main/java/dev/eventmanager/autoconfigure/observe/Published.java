package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.PublishOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the timers of publishing tell apart.
 *
 * @param outcome the kind of {@link PublishOutcome}, or none of a send that failed
 */
record Published(String exchange, String event, @Nullable Class<?> outcome) {

  static final String NAME = "event.publish";

  static @Nullable Class<?> kind(@Nullable PublishOutcome outcome) {
    return outcome == null ? null : outcome.getClass();
  }

  static String name(@Nullable Class<?> outcome) {
    return outcome == null ? "unknown" : outcome.getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Has the tag {@code error} as any timer that comes of an observation. */
  Timer timer(MeterRegistry meters) {
    return meters.timer(
        NAME, "exchange", exchange, "event", event, "outcome", name(outcome), "error", "none");
  }
}
