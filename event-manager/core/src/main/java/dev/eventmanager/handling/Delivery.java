package dev.eventmanager.handling;

import dev.eventmanager.codec.EncodedEvent;
import java.util.function.BooleanSupplier;

/**
 * An event that a queue delivered.
 *
 * @param queue the queue it came from
 * @param event what was delivered, not decoded
 * @param redelivered whether the broker may have delivered it before
 * @param ownership false once the broker may give it to somebody else, such as after a lost
 *     connection
 */
public record Delivery(
    String queue, EncodedEvent event, boolean redelivered, BooleanSupplier ownership) {

  /** Whether it is still this consumer's to handle; to be asked before every attempt. */
  public boolean isStillOurs() {
    return ownership.getAsBoolean();
  }

  @Override
  public String toString() {
    return "%s from queue %s".formatted(event, queue);
  }
}
