package dev.eventmanager.killmatrix.fault;

import java.util.Random;

/** Breaks something, and mends it where it does not mend by itself. */
@FunctionalInterface
public interface Fault {

  /**
   * Does it.
   *
   * @param random decides what the kind leaves open
   * @return false if it could not be done, such as where nobody came by the step
   */
  boolean inject(Random random) throws InterruptedException;
}
