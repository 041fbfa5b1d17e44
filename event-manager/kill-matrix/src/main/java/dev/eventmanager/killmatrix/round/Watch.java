package dev.eventmanager.killmatrix.round;

import dev.eventmanager.killmatrix.reader.Reader;
import dev.eventmanager.killmatrix.reader.Reader.Progress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Looks at a round every half second: holds publishers back while consumers are far behind, and says
 * every ten seconds how far it is.
 */
final class Watch implements AutoCloseable {

  private static final long TURN_MILLIS = 500;
  private static final long LINE_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long FAR_BEHIND = 20_000;

  private final RoundDatabase database;
  private final Reader reader;
  private final Consumer<String> out;
  private final Thread thread = new Thread(this::run, "watch");
  private volatile Progress progress = new Progress(0, 0, 0);
  private volatile boolean wanted = true;
  private volatile boolean closed = false;
  private boolean open = true;

  Watch(RoundDatabase database, Reader reader, Consumer<String> out) {
    this.database = database;
    this.reader = reader;
    this.out = out;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Progress progress() {
    return progress;
  }

  /** Wants no more events. */
  void enough() {
    wanted = false;
  }

  /**
   * Waits for the round to get somewhere, for as long as it moves at all.
   *
   * @param stuck how long it may stand still
   * @return false if it stood still for that long
   */
  boolean await(Predicate<Progress> where, Duration stuck) throws InterruptedException {
    Progress last = progress;
    long moved = System.nanoTime();
    while (!where.test(progress)) {
      Progress now = progress;
      if (!now.equals(last)) {
        last = now;
        moved = System.nanoTime();
      }
      if (System.nanoTime() - moved > stuck.toNanos()) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(50);
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
        look();
        if (System.nanoTime() >= nextLine) {
          nextLine += LINE_NANOS;
          out.accept("%,d events committed, %,d effects, %,d in the outbox"
              .formatted(progress.committed(), progress.effects(), progress.waiting()));
        }
        TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      Progress now = reader.progress();
      boolean wish = wanted && now.committed() - now.effects() < FAR_BEHIND;
      if (wish != open) {
        database.pace(wish);
        open = wish;
      }
      progress = now;
    } catch (SQLException away) {
      // It is being restarted, and the next look will find it.
    }
  }
}
