package dev.eventmanager.handling;

/**
 * Remembers, beyond the death of the process, which suspect was being handled when it came.
 * Thread-safe.
 */
public interface CrashMarks {

  /**
   * Notes that an event begins to be handled, before it does.
   *
   * @return how many earlier beginnings have never ended: so often has the process died meanwhile
   * @throws RuntimeException if it could not be noted
   */
  int begin(Delivery delivery);

  /**
   * Notes that the event is dealt with and the process still lives.
   *
   * @throws RuntimeException if it could not be noted
   */
  void end(Delivery delivery);
}
