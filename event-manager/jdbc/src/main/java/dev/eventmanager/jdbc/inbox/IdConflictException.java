package dev.eventmanager.jdbc.inbox;

import dev.eventmanager.ParkReason;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.RefusedEventException;

/**
 * An event has the id of another one that the queue has handled. It is parked, lest it be taken for
 * a repetition and lost; its key's later events do not wait for it.
 */
public final class IdConflictException extends RefusedEventException {

  private static final long serialVersionUID = 1L;

  IdConflictException(Delivery delivery, long handled, long arrived) {
    super(
        ParkReason.ID_CONFLICT,
        "another event with the id %s was handled on queue %s before (fingerprint %016x, this one %016x); whoever publishes them must give each event an id of its own"
            .formatted(delivery.event().metadata().id(), delivery.queue(), handled, arrived));
  }
}
