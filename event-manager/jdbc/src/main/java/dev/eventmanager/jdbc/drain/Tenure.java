package dev.eventmanager.jdbc.drain;

import dev.eventmanager.jdbc.parking.HeldSequence;
import dev.eventmanager.jdbc.time.Deadline;

/** For how long a sequence is certainly ours. Thread-safe. */
final class Tenure {

  private final HeldSequence sequence;
  private volatile Deadline end;

  Tenure(HeldSequence sequence, Deadline end) {
    this.sequence = sequence;
    this.end = end;
  }

  HeldSequence sequence() {
    return sequence;
  }

  void extend(Deadline later) {
    end = later;
  }

  void lose() {
    end = Deadline.now();
  }

  boolean isCertain() {
    return !end.isPast();
  }
}
