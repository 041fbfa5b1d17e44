package dev.eventmanager.rabbit.consume;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a consumer is asked to do. Thread-safe. */
final class Wish {

  /** The things to ask for. */
  enum To {
    CONSUME,
    /** To pause once all that is in hand is done with. */
    DRAIN,
    PAUSE,
    CLOSE
  }

  private To current = To.CONSUME;

  synchronized boolean is(To asked) {
    return current == asked;
  }

  /** Asks for something; closing is for good. */
  synchronized void becomes(To asked) {
    if (current != To.CLOSE) {
      current = asked;
      notifyAll();
    }
  }

  synchronized void awaitConsumeOrClose() throws InterruptedException {
    while (current == To.PAUSE || current == To.DRAIN) {
      wait();
    }
  }

  /** Waits as long as it stays the same. */
  synchronized void awaitOtherThan(To asked, Duration longest) throws InterruptedException {
    long last = System.nanoTime() + longest.toNanos();
    long left = longest.toNanos();
    while (current == asked && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = last - System.nanoTime();
    }
  }
}
