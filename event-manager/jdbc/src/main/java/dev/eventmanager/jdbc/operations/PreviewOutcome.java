package dev.eventmanager.jdbc.operations;

import dev.eventmanager.jdbc.parking.SequenceState;

/** What came of a preview. */
public sealed interface PreviewOutcome {

  /** The set of events is frozen; nothing has been done to them. */
  record Previewed(Operation operation) implements PreviewOutcome {}

  /** There is no such parked event. */
  record UnknownEvent(long parkedId) implements PreviewOutcome {}

  /**
   * It waits behind another of its key, and would overtake it if it were replayed alone.
   *
   * @param headId the place of the one to replay instead
   */
  record WaitsBehind(long parkedId, long headId, String headEventId) implements PreviewOutcome {}

  /** It is being tried as it is: by itself, or because of another operation. */
  record BeingTried(long parkedId, SequenceState state) implements PreviewOutcome {}

  /** Nothing is parked that the selection asks for. */
  record NothingSelected() implements PreviewOutcome {}
}
