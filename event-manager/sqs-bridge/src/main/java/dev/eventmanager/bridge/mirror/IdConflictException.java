package dev.eventmanager.bridge.mirror;

import dev.eventmanager.handling.Delivery;

/** Says that an event bears the id of another one; kept with the parked event. */
public final class IdConflictException extends RuntimeException {

  IdConflictException(Delivery delivery) {
    super("another event was mirrored before under its event id %s; the target would drop this one"
        .formatted(delivery.event().metadata().id()));
  }
}
