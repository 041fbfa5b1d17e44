package dev.eventmanager.handling;

/** Where parked events are kept. Thread-safe. */
public interface ParkedEvents {

  /**
   * Keeps an event; it is durable when this returns. Parking one that is there already changes
   * nothing.
   *
   * @throws RuntimeException if it could not be kept; the event is then not acknowledged
   */
  void park(ParkedEvent event);

  /** Whether an event of this key is parked on this queue and holds back the key's later ones. */
  boolean holds(String queue, String orderingKey);

  /** How many events are parked on this queue. */
  long count(String queue);
}
