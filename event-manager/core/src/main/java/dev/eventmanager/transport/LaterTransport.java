package dev.eventmanager.transport;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import java.time.Instant;

/** Keeps encoded events until they are due, and sends them then. Thread-safe. */
public interface LaterTransport {

  /**
   * Takes an event, in the caller's transaction where there is one.
   *
   * @return {@code Stored}, or {@code Rejected} with its reason
   */
  PublishOutcome send(EncodedEvent event, Instant due);

  /** As {@link dev.eventmanager.LaterEvents#cancel}. */
  boolean cancel(String eventId);
}
