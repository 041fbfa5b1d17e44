package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.transport.LaterTransport;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Observes what is published for later as {@link ObservedTransport} observes the rest: the trace
 * goes on when the event leaves. Thread-safe.
 */
public final class ObservedLaterTransport implements LaterTransport {

  private final LaterTransport next;
  private final ObservationRegistry observations;

  public ObservedLaterTransport(LaterTransport next, ObservationRegistry observations) {
    this.next = next;
    this.observations = observations;
  }

  @Override
  public PublishOutcome send(EncodedEvent event, Instant due) {
    return new ObservedTransport(
            traced -> CompletableFuture.completedFuture(next.send(traced, due)), observations)
        .send(event)
        .join();
  }

  @Override
  public boolean cancel(String eventId) {
    return next.cancel(eventId);
  }
}
