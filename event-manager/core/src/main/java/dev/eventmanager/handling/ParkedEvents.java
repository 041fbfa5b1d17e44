package dev.eventmanager.handling;

import dev.eventmanager.codec.EncodedEvent;
import java.time.Duration;

/**
 * Where events are kept that cannot be handled now: parked ones until somebody releases them, others
 * until their next attempt. Thread-safe.
 */
public interface ParkedEvents {

  /**
   * Parks an event; it is durable when this returns. Parking one that is there already changes
   * nothing.
   *
   * @throws RuntimeException if it could not be kept; the event is then not acknowledged
   */
  void park(ParkedEvent event);

  /**
   * Keeps an event behind what is kept of its ordering key on this queue, if there is anything that
   * holds the key.
   *
   * @return true if it is kept, and durable; false if its key is free, and it is to be handled
   * @throws RuntimeException if that could not be found out, or the event not be kept
   */
  boolean parkBehind(String queue, EncodedEvent event);

  /**
   * Keeps an event that failed until it is tried again from here, and holds its key meanwhile.
   *
   * @param delay the time until the next attempt
   * @return true if it is kept, and durable; false if such events are not kept here, so that the
   *     next attempt is the caller's
   * @throws RuntimeException if it could not be kept
   */
  boolean retryLater(ParkedEvent event, Duration delay);

  /** How many events are parked on this queue. */
  long count(String queue);
}
