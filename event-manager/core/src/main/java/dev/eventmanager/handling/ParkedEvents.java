package dev.eventmanager.handling;

import dev.eventmanager.codec.EncodedEvent;
import java.time.Duration;
import java.util.List;

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
   * Whether what is kept here holds back the later events of its ordering key; where it does not,
   * nobody asks {@link #parkBehind}.
   */
  default boolean holdsKeys() {
    return true;
  }

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

  /**
   * Keeps events of one ordering key behind what is kept of it, or where there is nothing, to be
   * tried from here at once; either way one after the other, and they hold their key meanwhile.
   *
   * @param line in their order; durable when this returns
   * @throws RuntimeException if none of them could be kept
   */
  default void keepInLine(String queue, List<EncodedEvent> line) {
    throw new UnsupportedOperationException("nothing is tried from here");
  }

  /** How many events are parked on this queue. */
  long count(String queue);
}
