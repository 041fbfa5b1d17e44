package dev.eventmanager.bridge.mirror;

/** What hands deliveries to a mirror, and can be asked to keep them for a while. Thread-safe. */
public interface Inflow {

  /**
   * Nothing gets through for long: hands over nothing, and gives back what it has. Returns at once.
   *
   * @return false where what is in hand is to be finished however long that takes; then it is asked
   *     again
   */
  boolean letGo();

  /** Hands over again, after it has let go. Returns at once. */
  void takeUp();
}
