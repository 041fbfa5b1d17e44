package dev.eventmanager.publishing;

import dev.eventmanager.Event;
import dev.eventmanager.EventPublisher;
import dev.eventmanager.EventType;
import dev.eventmanager.PublishFailedException;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.CurrentEvent;
import dev.eventmanager.transport.EventTransport;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** Gives an event its metadata, encodes it and hands it to a transport. Thread-safe. */
public final class EncodingPublisher implements EventPublisher {

  private final EventEncoder encoder;
  private final EventTransport transport;
  private final Clock clock;

  /**
   * A publisher on a transport.
   *
   * @param source the service's name, told to every subscriber
   * @param currentEvent where the event that is being handled, the cause of what is published, is
   *     found
   */
  public EncodingPublisher(
      String source,
      EventCodec codec,
      EventTransport transport,
      CurrentEvent currentEvent,
      EventIds ids,
      Clock clock) {
    this.encoder = new EventEncoder(source, codec, currentEvent, ids);
    this.transport = transport;
    this.clock = clock;
  }

  @Override
  public <T> Event<T> publish(EventType<T> type, T payload) {
    EncodedEvent event = encoder.encode(type, payload, clock.instant());
    PublishOutcome outcome = transport.send(event).join();
    if (!outcome.isSafe()) {
      throw new PublishFailedException(event.metadata(), outcome);
    }
    return new Event<>(type, payload, event.metadata());
  }

  @Override
  public <T> CompletableFuture<PublishOutcome> publishAsync(EventType<T> type, T payload) {
    return transport.send(encoder.encode(type, payload, clock.instant()));
  }
}
