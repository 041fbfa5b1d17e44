package dev.eventmanager.handling;

import dev.eventmanager.Event;

/** Handles an event. Called by several threads, for one event of an ordering key at a time. */
@FunctionalInterface
public interface EventHandler {

  /**
   * Handles an event.
   *
   * @throws Exception to have it tried again later, up to the limit
   */
  void handle(Event<?> event) throws Exception;
}
