package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.transport.EventTransport;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Propagator;
import io.micrometer.observation.transport.SenderContext;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Observes what is published as {@code event.publish}, and sends the trace context along with it.
 * Thread-safe.
 */
final class ObservedTransport implements EventTransport {

  private final EventTransport next;
  private final ObservationRegistry observations;

  ObservedTransport(EventTransport next, ObservationRegistry observations) {
    this.next = next;
    this.observations = observations;
  }

  @Override
  public CompletableFuture<PublishOutcome> send(EncodedEvent event) {
    if (observations.isNoop()) {
      return next.send(event);
    }
    EventMetadata metadata = event.metadata();
    SenderContext<EventMetadata.Builder> context = new SenderContext<>(traceContext());
    context.setCarrier(metadata.toBuilder());
    context.setRemoteServiceName("exchange " + metadata.exchange());
    Observation observation = Observation.createNotStarted(
            Published.NAME, () -> context, observations)
        .contextualName(metadata.routingKey() + " publish")
        .lowCardinalityKeyValue("exchange", metadata.exchange())
        .lowCardinalityKeyValue("event", metadata.routingKey())
        .highCardinalityKeyValue("event.id", metadata.id())
        .start();
    // The observation has written the trace context into the carrier when it started.
    EncodedEvent traced = event.withMetadata(metadata(context, metadata));
    return next.send(traced).whenComplete((outcome, failure) -> stop(observation, outcome));
  }

  private static EventMetadata metadata(
      SenderContext<EventMetadata.Builder> context, EventMetadata otherwise) {
    EventMetadata.Builder carrier = context.getCarrier();
    return carrier == null ? otherwise : carrier.build();
  }

  private static Propagator.Setter<EventMetadata.Builder> traceContext() {
    return (carrier, name, value) -> {
      Objects.requireNonNull(carrier, "the carrier was set before the observation started");
      switch (name.toLowerCase(Locale.ROOT)) {
        case "traceparent" -> carrier.traceparent(value);
        case "tracestate" -> carrier.tracestate(value);
        default -> {
          // Baggage and other formats stay in the process: the wire contract is W3C's two headers.
        }
      }
    };
  }

  private static void stop(Observation observation, @Nullable PublishOutcome outcome) {
    observation
        .lowCardinalityKeyValue("outcome", Published.name(Published.kind(outcome)))
        .stop();
  }
}
