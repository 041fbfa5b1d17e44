package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.handling.Handling;
import dev.eventmanager.handling.HandlingInterceptor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Propagator;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Observes every attempt to handle an event as {@code event.handle}, within the trace that came
 * with it. Thread-safe.
 */
final class HandlingObserver implements HandlingInterceptor {

  private final ObservationRegistry observations;

  HandlingObserver(ObservationRegistry observations) {
    this.observations = observations;
  }

  @Override
  public void intercept(Handling handling, Invocation next) throws Exception {
    EventMetadata metadata = handling.event().metadata();
    ReceiverContext<EventMetadata> context = new ReceiverContext<>(traceContext());
    context.setCarrier(metadata);
    context.setRemoteServiceName(metadata.source());
    Observation.createNotStarted(Handled.NAME, () -> context, observations)
        .contextualName(metadata.routingKey() + " handle")
        .lowCardinalityKeyValue("queue", handling.delivery().queue())
        .lowCardinalityKeyValue("event", metadata.routingKey())
        .highCardinalityKeyValue("event.id", metadata.id())
        .highCardinalityKeyValue("attempt", String.valueOf(handling.attempt()))
        .observeChecked(next::proceed);
  }

  private static Propagator.Getter<EventMetadata> traceContext() {
    return new Propagator.Getter<>() {
      @Override
      public @Nullable String get(EventMetadata carrier, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
          case "traceparent" -> carrier.traceparent().orElse(null);
          case "tracestate" -> carrier.tracestate().orElse(null);
          default -> null;
        };
      }
    };
  }
}
