package dev.eventmanager.bridge.operate;

/** A route that operators can stop and start. Thread-safe. */
public interface Operable {

  /** How it is doing; may ask broker and database. */
  OperatedStatus status();

  /**
   * Takes no more, and gives back to its source, or leaves where it is kept, what is not through
   * within the shutdown timeout. Returns at once. It stays stopped until it is started, or the process is.
   */
  void stop();

  /** Takes no more, and is stopped once all that is in hand is through. Returns at once. */
  void drain();

  /** Goes on after {@link #stop} or {@link #drain}. Returns at once. */
  void start();
}
