package dev.eventmanager.rabbit.consume;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The way of what is finished to its acknowledgement: any thread adds, one thread tells the broker,
 * of as many together as there are.
 */
final class Acknowledgements {

  private static final Long WAKE_UP = 0L;
  private static final long NEXT_TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final BlockingQueue<Long> finished = new LinkedBlockingQueue<>();
  private final AckWindow window = new AckWindow();

  void add(long tag) {
    finished.add(tag);
  }

  /** Has {@link #send} return, though nothing is finished. */
  void wakeUp() {
    finished.add(WAKE_UP);
  }

  /** Tells the broker what is finished; waits a while if nothing is. */
  void send(Duration longest, AckWindow.Acknowledgement broker)
      throws IOException, InterruptedException {
    long wait = window.isWaiting() ? NEXT_TURN_NANOS : longest.toNanos();
    Long tag = finished.poll(wait, TimeUnit.NANOSECONDS);
    while (tag != null) {
      if (!tag.equals(WAKE_UP)) {
        window.finished(tag);
      }
      tag = finished.poll();
    }
    window.flush(broker);
  }

  /** Whether anything was taken for the broker; to be asked by the thread that tells it. */
  boolean hasProgress() {
    return window.hasProgress();
  }
}
