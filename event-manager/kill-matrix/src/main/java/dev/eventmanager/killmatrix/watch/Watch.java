package dev.eventmanager.killmatrix.watch;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Looks at a run every half second, and says every ten seconds how far it is. Thread-safe.
 *
 * @param <P> how far it is: a value whose text is for people
 */
public final class Watch<P> implements AutoCloseable {

  private static final long TURN_MILLIS = 500;
  private static final long AWAIT_TURN_MILLIS = 50;
  private static final long LINE_NANOS = Duration.ofSeconds(10).toNanos();

  private final Look<P> look;
  private final Consumer<String> out;
  private final Thread thread = new Thread(this::run, "watch");
  private volatile P progress;
  private volatile boolean closed = false;

  /**
   * One that is not started yet.
   *
   * @param nothing how far it is until the first look
   * @param out is told every ten seconds
   */
  public Watch(P nothing, Look<P> look, Consumer<String> out) {
    this.progress = nothing;
    this.look = look;
    this.out = out;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** How far it was at the last look. */
  public P progress() {
    return progress;
  }

  /**
   * Waits for the run to get somewhere, for as long as it moves at all.
   *
   * @param stuck how long it may stand still
   * @return false if it stood still for that long
   */
  public boolean await(Predicate<P> where, Duration stuck) throws InterruptedException {
    P last = progress;
    long moved = System.nanoTime();
    while (!where.test(progress)) {
      P now = progress;
      if (!now.equals(last)) {
        last = now;
        moved = System.nanoTime();
      }
      if (System.nanoTime() - moved > stuck.toNanos()) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(AWAIT_TURN_MILLIS);
    }
    return true;
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.interrupt();
    thread.join();
  }

  private void run() {
    long nextLine = System.nanoTime() + LINE_NANOS;
    try {
      while (!closed) {
        lookOnce();
        if (System.nanoTime() >= nextLine) {
          nextLine += LINE_NANOS;
          out.accept(progress.toString());
        }
        TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookOnce() {
    try {
      progress = look.now();
    } catch (SQLException away) {
      // It is being restarted, and the next look will find it.
    }
  }
}
