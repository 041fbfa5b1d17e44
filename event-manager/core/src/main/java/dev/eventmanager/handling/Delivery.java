package dev.eventmanager.handling;

import dev.eventmanager.codec.EncodedEvent;
import java.util.function.BooleanSupplier;

/**
 * An event that a queue delivered.
 *
 * @param queue the queue it came from
 * @param event what was delivered, not decoded
 * @param redelivered whether the broker may have delivered it before
 * @param timesLost how often another process had it and did not answer for it, whether it died of
 *     it, was stopped or lost its connection; 0 where the broker does not count
 * @param ownership false once the broker may give it to somebody else, such as after a lost
 *     connection
 */
public record Delivery(
    String queue,
    EncodedEvent event,
    boolean redelivered,
    int timesLost,
    BooleanSupplier ownership) {

  /** A delivery that no other process has lost. */
  public Delivery(
      String queue, EncodedEvent event, boolean redelivered, BooleanSupplier ownership) {
    this(queue, event, redelivered, 0, ownership);
  }

  /** Whether it is still this consumer's to handle; to be asked before every attempt. */
  public boolean isStillOurs() {
    return ownership.getAsBoolean();
  }

  void requireOurs() {
    if (!isStillOurs()) {
      throw new NotOursException(this);
    }
  }

  @Override
  public String toString() {
    return "%s from queue %s".formatted(event, queue);
  }
}
