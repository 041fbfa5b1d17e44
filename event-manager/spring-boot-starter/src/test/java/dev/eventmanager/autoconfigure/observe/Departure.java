package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.Event;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.autoconfigure.fixture.Visits;
import dev.eventmanager.autoconfigure.fixture.Visits.Left;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.Handling;
import dev.eventmanager.handling.Subscription;
import java.time.Instant;

/** An event as it is published, and as it is handled. */
final class Departure {

  private Departure() {}

  static EncodedEvent published() {
    return new EncodedEvent(metadata().build(), new byte[0]);
  }

  static Handling handled() {
    return handled(metadata().build());
  }

  static Handling handled(EventMetadata metadata) {
    Subscription subscription =
        Subscription.of("hotel_visit", "visit.*.leave", Left.class, (left, ignored) -> {});
    EncodedEvent encoded = new EncodedEvent(metadata, new byte[0]);
    return new Handling(
        new Delivery("hotel_visit", encoded, false, () -> true),
        new Event<>(Visits.LEFT, new Left("Ada"), metadata),
        subscription,
        1,
        true);
  }

  static EventMetadata.Builder metadata() {
    return new EventMetadata.Builder()
        .id("id-1")
        .exchange("visit")
        .routingKey("visit.v1.leave")
        .source("door")
        .time(Instant.EPOCH)
        .orderingKey("Ada");
  }
}
