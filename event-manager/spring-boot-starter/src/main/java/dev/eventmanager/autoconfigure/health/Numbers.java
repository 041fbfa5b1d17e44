package dev.eventmanager.autoconfigure.health;

import java.util.function.Supplier;

/**
 * Numbers that a broker or a database is asked for. Not to know them is no reason to call a service
 * down; and after the first that cannot be told none is asked for, since each may take as long as a
 * connection is waited for. Not thread-safe.
 */
final class Numbers {

  private boolean givenUp = false;

  void giveUp() {
    givenUp = true;
  }

  /** What is asked for, or why it is unknown. */
  Object tell(Supplier<?> number) {
    if (givenUp) {
      return "unknown: not asked for while its keeper is away";
    }
    try {
      return number.get();
    } catch (RuntimeException failure) {
      giveUp();
      return "unknown: " + failure.getMessage();
    }
  }
}
