package dev.eventmanager.publishing;

import dev.eventmanager.Event;
import dev.eventmanager.EventType;
import dev.eventmanager.LaterEvents;
import dev.eventmanager.PublishFailedException;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.CurrentEvent;
import dev.eventmanager.transport.LaterTransport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Gives an event its metadata, encodes it and hands it to whatever keeps it. Thread-safe. */
public final class LaterPublisher implements LaterEvents {

  private final EventEncoder encoder;
  private final LaterTransport transport;
  private final Clock clock;

  /**
   * A publisher on a transport.
   *
   * @param source the service's name, told to every subscriber
   * @param currentEvent where the event that is being handled, the cause of what is published, is
   *     found
   */
  public LaterPublisher(
      String source,
      EventCodec codec,
      LaterTransport transport,
      CurrentEvent currentEvent,
      EventIds ids,
      Clock clock) {
    this.encoder = new EventEncoder(source, codec, currentEvent, ids);
    this.transport = transport;
    this.clock = clock;
  }

  @Override
  public <T> Event<T> publishAt(EventType<T> type, T payload, Instant due) {
    return publish(type, payload, clock.instant(), due);
  }

  @Override
  public <T> Event<T> publishAfter(EventType<T> type, T payload, Duration delay) {
    Instant now = clock.instant();
    return publish(type, payload, now, now.plus(delay));
  }

  private <T> Event<T> publish(EventType<T> type, T payload, Instant now, Instant due) {
    EncodedEvent event = encoder.encode(type, payload, due.isAfter(now) ? due : now);
    PublishOutcome outcome = transport.send(event, due);
    if (!outcome.isSafe()) {
      throw new PublishFailedException(event.metadata(), outcome);
    }
    return new Event<>(type, payload, event.metadata());
  }

  @Override
  public boolean cancel(String eventId) {
    return transport.cancel(eventId);
  }
}
