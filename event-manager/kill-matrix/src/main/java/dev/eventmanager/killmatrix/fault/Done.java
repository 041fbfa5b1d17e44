package dev.eventmanager.killmatrix.fault;

import java.util.Random;

/** A fault that can always be injected. */
@FunctionalInterface
interface Done {

  void to(Random random) throws InterruptedException;

  static Fault by(Done action) {
    return random -> {
      action.to(random);
      return true;
    };
  }
}
