package dev.eventmanager.jdbc.outbox;

import java.time.Duration;

/** Durations as SQL adds them to the database's own clock. */
final class Seconds {

  private Seconds() {}

  static double of(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
