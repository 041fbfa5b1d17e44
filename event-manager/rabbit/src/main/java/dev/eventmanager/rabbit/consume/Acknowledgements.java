package dev.eventmanager.rabbit.consume;

import dev.eventmanager.rabbit.connection.Cork;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The way of what is finished to its acknowledgement: any thread adds, one thread tells the broker.
 *
 * <p>An acknowledgement costs the broker as much for one event as for a hundred: a quorum queue has
 * each of them replicated and written to its disk. So those that finish within a few milliseconds go
 * together, but no more of them than the broker can well do without while it delivers on.
 */
final class Acknowledgements {

  private static final int PART_OF_PREFETCH = 5;
  private static final long LONGEST_GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Cork cork;
  private final int enough;
  private final AckWindow window = new AckWindow();
  private List<Long> finished = new ArrayList<>();
  private boolean wokenUp = false;

  /**
   * Nothing finished yet.
   *
   * @param prefetch how many events the broker gives out before the first of them is acknowledged
   */
  Acknowledgements(Cork cork, int prefetch) {
    this.cork = cork;
    this.enough = Math.max(1, prefetch / PART_OF_PREFETCH);
  }

  synchronized void add(long tag) {
    finished.add(tag);
    if (finished.size() == 1 || finished.size() == enough) {
      notifyAll();
    }
  }

  /** Has {@link #send} return, though nothing is finished. */
  synchronized void wakeUp() {
    wokenUp = true;
    notifyAll();
  }

  /** Tells the broker what is finished; waits a while if nothing is. */
  void send(Duration longest, AckWindow.Acknowledgement broker)
      throws IOException, InterruptedException {
    take(window.isWaiting() ? LONGEST_GATHERING_NANOS : longest.toNanos())
        .forEach(window::finished);
    cork.during(() -> window.flush(broker));
  }

  private synchronized List<Long> take(long longestNanos) throws InterruptedException {
    await(1, longestNanos);
    if (!finished.isEmpty()) {
      await(enough, LONGEST_GATHERING_NANOS);
    }
    List<Long> taken = finished;
    finished = new ArrayList<>();
    wokenUp = false;
    return taken;
  }

  private synchronized void await(int count, long longestNanos) throws InterruptedException {
    long end = System.nanoTime() + longestNanos;
    long left = longestNanos;
    while (finished.size() < count && !wokenUp && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
  }

  /** Whether anything was taken for the broker; to be asked by the thread that tells it. */
  boolean hasProgress() {
    return window.hasProgress();
  }
}
