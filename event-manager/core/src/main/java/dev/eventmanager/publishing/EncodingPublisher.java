package dev.eventmanager.publishing;

import dev.eventmanager.Event;
import dev.eventmanager.EventMetadata;
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

  private final String source;
  private final EventCodec codec;
  private final EventTransport transport;
  private final CurrentEvent currentEvent;
  private final EventIds ids;
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
    this.source = source;
    this.codec = codec;
    this.transport = transport;
    this.currentEvent = currentEvent;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public <T> Event<T> publish(EventType<T> type, T payload) {
    EventMetadata metadata = metadata(type, payload);
    PublishOutcome outcome = send(type, payload, metadata).join();
    if (!outcome.isSafe()) {
      throw new PublishFailedException(metadata, outcome);
    }
    return new Event<>(type, payload, metadata);
  }

  @Override
  public <T> CompletableFuture<PublishOutcome> publishAsync(EventType<T> type, T payload) {
    return send(type, payload, metadata(type, payload));
  }

  private <T> CompletableFuture<PublishOutcome> send(
      EventType<T> type, T payload, EventMetadata metadata) {
    return transport.send(new EncodedEvent(metadata, codec.encode(type, payload)));
  }

  private <T> EventMetadata metadata(EventType<T> type, T payload) {
    String id = ids.next();
    EventMetadata.Builder metadata = new EventMetadata.Builder()
        .id(id)
        .exchange(type.exchange().name())
        .routingKey(type.routingKey().toString())
        .source(source)
        .time(clock.instant())
        .orderingKey(type.orderingKey(payload).orElse(id));
    currentEvent.metadata().ifPresent(cause -> continueFrom(cause, metadata));
    return metadata.build();
  }

  /** The trace goes on even through a service that does not trace. */
  private static void continueFrom(EventMetadata cause, EventMetadata.Builder metadata) {
    metadata
        .correlationId(cause.conversation())
        .causationId(cause.id())
        .traceparent(cause.traceparent())
        .tracestate(cause.tracestate());
  }
}
