package dev.eventmanager.bridge.mirror;

import dev.eventmanager.handling.ParkedEvent;

/** Where a mirror parks what it cannot mirror, and which keys that holds back. Thread-safe. */
public interface MirrorParking {

  /**
   * Keeps an event; it is durable when this returns.
   *
   * @throws RuntimeException if it could not be kept; the event is then not acknowledged
   */
  void park(ParkedEvent event);

  /** Whether an event of this key is parked; answers at once. */
  boolean holds(String orderingKey);
}
