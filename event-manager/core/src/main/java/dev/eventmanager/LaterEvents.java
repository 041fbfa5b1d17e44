package dev.eventmanager;

import java.time.Duration;
import java.time.Instant;

/**
 * Publishes declared events later, such as a reminder that is void once it was answered.
 * Thread-safe. Needs a service with an outbox, which keeps them; it survives restarts.
 *
 * <p><b>When.</b> An event leaves when it is due, not before, and as a rule within the tenth of a
 * second that follows; one whose time has passed leaves at once. The database's clock decides, so
 * that instances agree. {@link EventMetadata#time} is the time at which it is due, or that of the
 * call where that is later.
 *
 * <p><b>Transactions.</b> Publishing and cancelling join the caller's transaction, and take effect
 * if and only if it commits; without one they take effect at once.
 *
 * <p><b>Order.</b> Events of one ordering key leave in the order in which they are due, and those
 * due at the same moment in the order of these calls. Among what {@link EventPublisher} publishes
 * such an event takes its place when it is due: behind what was published before, ahead of what is
 * published after it was found due.
 */
public interface LaterEvents {

  /**
   * Has an event published at a point in time.
   *
   * @param due when it leaves, to the microsecond
   * @return the event with its metadata; its id is what {@link #cancel} takes
   * @throws PublishFailedException if it could not be stored
   * @throws IllegalArgumentException if the event type is not declared, its payload has no ordering
   *     key or cannot be written as JSON
   */
  <T> Event<T> publishAt(EventType<T> type, T payload, Instant due);

  /**
   * Has an event published after a delay.
   *
   * @param delay counted from the call by this service's clock; zero or less: at once
   * @return as {@link #publishAt}
   * @throws PublishFailedException as {@link #publishAt}
   * @throws IllegalArgumentException as {@link #publishAt}
   */
  <T> Event<T> publishAfter(EventType<T> type, T payload, Duration delay);

  /**
   * Takes back an event that has not left, and its twins with it.
   *
   * @return true: it never leaves, provided that the caller's transaction commits. False: it has
   *     left or is about to, was cancelled before, or is not known
   */
  boolean cancel(String eventId);
}
