package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.transport.EventTransport;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.CompletableFuture;

/** Times what is published, as {@link ObservedTransport} does, and nothing else. Thread-safe. */
final class TimedTransport implements EventTransport {

  private final EventTransport next;
  private final Timers<Published> timers;

  TimedTransport(EventTransport next, Timers<Published> timers) {
    this.next = next;
    this.timers = timers;
  }

  @Override
  public CompletableFuture<PublishOutcome> send(EncodedEvent event) {
    EventMetadata metadata = event.metadata();
    Timer.Sample sample = timers.start();
    return next.send(event)
        .whenComplete((outcome, failure) -> timers.stop(
            sample,
            new Published(metadata.exchange(), metadata.routingKey(), Published.kind(outcome))));
  }
}
