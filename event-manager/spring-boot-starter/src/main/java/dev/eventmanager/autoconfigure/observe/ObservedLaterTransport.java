package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.transport.LaterTransport;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Lets what is published for later be seen as the rest is: the trace goes on when the event
 * leaves. Thread-safe.
 */
public final class ObservedLaterTransport implements LaterTransport {

  private final LaterTransport next;
  private final Observing observing;

  public ObservedLaterTransport(LaterTransport next, Observing observing) {
    this.next = next;
    this.observing = observing;
  }

  @Override
  public PublishOutcome send(EncodedEvent event, Instant due) {
    return observing
        .publishing(traced -> CompletableFuture.completedFuture(next.send(traced, due)))
        .send(event)
        .join();
  }

  @Override
  public boolean cancel(String eventId) {
    return next.cancel(eventId);
  }
}
