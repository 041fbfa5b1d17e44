package dev.eventmanager.bridge.notifications;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventType;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.s3.ObjectChange;
import dev.eventmanager.s3.S3Events;

/** Makes events of what waited. Thread-safe. */
final class ObjectEvents {

  private final EventCodec codec = new EventCodec(EventCatalogue.of(new S3Events().events()));
  private final String source;

  /**
   * Events of this source.
   *
   * @param source the publishing service, as subscribers are told
   */
  ObjectEvents(String source) {
    this.source = source;
  }

  /** The event that S3 told of, in its time. */
  EncodedEvent inTime(Waiting waiting) {
    var notification = new Notification(change(waiting));
    return event(waiting, waiting.id(), notification.type(), notification.change());
  }

  /** The event that says that something older has come. */
  EncodedEvent late(Waiting waiting) {
    return event(waiting, Notification.lateId(waiting.id()), S3Events.LATE, change(waiting));
  }

  /** All types have one payload, so any of them reads it. */
  private ObjectChange change(Waiting waiting) {
    var stored = metadata(waiting, waiting.id(), S3Events.CHANGED, waiting.object());
    return S3Events.CHANGED
        .payloadType()
        .cast(codec.decode(new EncodedEvent(stored, waiting.body())).payload());
  }

  private EncodedEvent event(
      Waiting waiting, String id, EventType<ObjectChange> type, ObjectChange change) {
    return new EncodedEvent(metadata(waiting, id, type, change.object()), waiting.body());
  }

  private EventMetadata metadata(
      Waiting waiting, String id, EventType<ObjectChange> type, String orderingKey) {
    return new EventMetadata.Builder()
        .id(id)
        .exchange(type.exchange().name())
        .routingKey(type.routingKey().toString())
        .source(source)
        .time(waiting.occurredAt())
        .orderingKey(orderingKey)
        .build();
  }
}
