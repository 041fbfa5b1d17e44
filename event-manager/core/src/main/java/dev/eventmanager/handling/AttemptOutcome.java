package dev.eventmanager.handling;

import dev.eventmanager.ParkReason;

/** How an attempt to handle an event ended. */
public sealed interface AttemptOutcome {

  /** The handler returned, or had dealt with the event before. */
  record Succeeded() implements AttemptOutcome {}

  /**
   * The event could not be handled.
   *
   * @param failureClass what that says about trying again
   * @param reason what to park it for, should it be parked now
   * @param failure what was thrown
   */
  record Failed(FailureClass failureClass, ParkReason reason, Throwable failure)
      implements AttemptOutcome {}

  /** No handler was called, since an earlier event holds the key; in lanes only. */
  record KeyHeld() implements AttemptOutcome {}

  /** No handler was called, since the event is somebody else's to handle by now. */
  record NotOurs() implements AttemptOutcome {}
}
