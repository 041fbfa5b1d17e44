package dev.eventmanager.killmatrix.bridge;

import dev.eventmanager.killmatrix.reader.mirror.HeldEvents;
import dev.eventmanager.killmatrix.reader.mirror.MirrorTally;
import java.sql.SQLException;

/** Holds the publisher back where it is too fast, or the bridge far behind. Thread-safe. */
final class Pace {

  /** ElasticMQ is slow at giving out what waits in more groups than some hundred. */
  private static final long FAR_BEHIND = 600;

  private final NumberedEvents events;
  private final MirrorTally tally;
  private final HeldEvents held;
  private final int rate;
  private volatile long begin = 0;
  private volatile long lastHeld = 0;

  /** With so many events a second at most. */
  Pace(NumberedEvents events, MirrorTally tally, HeldEvents held, int rate) {
    this.events = events;
    this.tally = tally;
    this.held = held;
    this.rate = rate;
  }

  /** The first second begins. */
  void start() {
    begin = System.nanoTime();
  }

  /** Whether one more may be published. */
  boolean isOpen() {
    long made = events.made();
    double seconds = (System.nanoTime() - begin) / 1e9;
    return made < rate * seconds && made - tally.distinct() - lastHeld < FAR_BEHIND;
  }

  /** How far the soak is. What is published is counted last: so nothing looks complete before it is. */
  SoakProgress look() throws SQLException {
    long moving = held.moving();
    lastHeld = held.count();
    long received = tally.distinct();
    return new SoakProgress(events.made(), received, lastHeld, moving);
  }
}
