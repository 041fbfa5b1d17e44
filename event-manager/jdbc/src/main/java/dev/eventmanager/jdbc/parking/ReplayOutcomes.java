package dev.eventmanager.jdbc.parking;

/**
 * Is told what becomes of events that are brought back. Called within the transaction that settles
 * the event, so that what an implementation writes to the same database stands or falls with it;
 * must be quick, and thread-safe.
 */
public interface ReplayOutcomes {

  /** The event was handled, or had been before; it is no longer parked. */
  void succeeded(long parkedId);

  /** The event failed again and waits for an operator. */
  void failedAgain(long parkedId);

  /** Nobody wants to know. */
  static ReplayOutcomes ignored() {
    return new ReplayOutcomes() {
      @Override
      public void succeeded(long parkedId) {}

      @Override
      public void failedAgain(long parkedId) {}
    };
  }
}
