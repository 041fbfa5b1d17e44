package dev.eventmanager.bridge.notifications;

import dev.eventmanager.jdbc.outbox.OutboxStatus;
import java.time.Duration;
import java.util.function.Supplier;

/** The thread that releases what is due, and forgets what is long gone. */
final class ReleaseLoop implements Runnable {

  /** The most that waits, in either table, before nothing more is taken from SQS, which keeps it. */
  private static final int ROOM = 100_000;

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CHORES_EVERY = Duration.ofSeconds(5);

  private final Release release;
  private final NotificationStore store;
  private final OutboxStatus outbox;
  private final Supplier<Duration> retention;
  private final StopSignal stop;
  private final Trouble trouble = new Trouble("Releasing S3 notifications");
  private volatile long waiting;
  private volatile boolean roomLeft = true;
  private volatile boolean resting = false;
  private long choresDone;

  /**
   * A loop.
   *
   * @param retention how long what was released is known
   * @param stop ends it
   */
  ReleaseLoop(
      Release release,
      NotificationStore store,
      OutboxStatus outbox,
      Supplier<Duration> retention,
      StopSignal stop) {
    this.release = release;
    this.store = store;
    this.outbox = outbox;
    this.retention = retention;
    this.stop = stop;
    this.choresDone = System.nanoTime() - CHORES_EVERY.toNanos();
  }

  /** How many waited when it last counted. */
  long waiting() {
    return waiting;
  }

  /** Releases nothing as long as it is to rest. */
  void rest(boolean wanted) {
    resting = wanted;
  }

  boolean isResting() {
    return resting;
  }

  /** How many are in the database that are not published yet; asks it. */
  long inHand() {
    return store.waiting() + outbox.pending(ROOM);
  }

  boolean isRoomLeft() {
    return roomLeft;
  }

  Trouble trouble() {
    return trouble;
  }

  @Override
  public void run() {
    while (!stop.isAsked()) {
      stop.pause(turn());
    }
  }

  /** Returns how long to wait for the next. */
  private Duration turn() {
    try {
      chores();
      int released = resting ? 0 : release.some();
      trouble.over();
      return released == 0 ? POLL : Duration.ZERO;
    } catch (RuntimeException failure) {
      trouble.met(failure);
      return PAUSE;
    }
  }

  private void chores() {
    if (System.nanoTime() - choresDone >= CHORES_EVERY.toNanos()) {
      choresDone = System.nanoTime();
      waiting = store.waiting();
      roomLeft = waiting < ROOM && outbox.pending(ROOM) < ROOM;
      store.forget(retention.get());
    }
  }
}
