package dev.eventmanager.publishing;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventType;
import dev.eventmanager.Twins;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.CurrentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives an event its metadata and its bytes. Thread-safe. */
final class EventEncoder {

  private final String source;
  private final EventCodec codec;
  private final CurrentEvent currentEvent;
  private final EventIds ids;

  EventEncoder(String source, EventCodec codec, CurrentEvent currentEvent, EventIds ids) {
    this.source = source;
    this.codec = codec;
    this.currentEvent = currentEvent;
    this.ids = ids;
  }

  <T> EncodedEvent encode(EventType<T> type, T payload, Instant time) {
    return new EncodedEvent(
        metadata(type, payload, time),
        codec.encode(type, payload),
        codec.encodeTwins(type, payload));
  }

  private <T> EventMetadata metadata(EventType<T> type, T payload, Instant time) {
    String id = ids.next();
    EventMetadata.Builder metadata = new EventMetadata.Builder()
        .id(id)
        .exchange(type.exchange().name())
        .routingKey(type.toString())
        .source(source)
        .time(time)
        .orderingKey(type.orderingKey(payload).orElse(id));
    twins(type, id).ifPresent(metadata::twins);
    currentEvent.metadata().ifPresent(cause -> continueFrom(cause, metadata));
    return metadata.build();
  }

  private static Optional<Twins> twins(EventType<?> type, String id) {
    if (type.twinVersions().isEmpty()) {
      return Optional.empty();
    }
    List<Integer> versions = new ArrayList<>(type.twinVersions());
    versions.add(0, type.version());
    return Optional.of(new Twins(id, versions));
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
