package dev.eventmanager.autoconfigure.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again, on a thread of its own that nothing waits for. */
final class RecurringWork implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RecurringWork.class);

  private final String name;
  private final Duration pause;
  private final Runnable work;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(this::daemon);
  private String lastProblem = "";

  private RecurringWork(String name, Duration pause, Runnable work) {
    this.name = name;
    this.pause = pause;
    this.work = work;
  }

  /**
   * Begins after the first pause.
   *
   * @param name for the thread and for messages, such as {@code inbox cleaning}
   * @param pause before each time; after one that failed too
   */
  static RecurringWork start(String name, Duration pause, Runnable work) {
    RecurringWork recurring = new RecurringWork(name, pause, work);
    recurring.thread.scheduleWithFixedDelay(
        recurring::run, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    return recurring;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** One problem is one entry in the log, however long it lasts. */
  private void run() {
    try {
      work.run();
      lastProblem = "";
    } catch (RuntimeException | Error failure) {
      String problem = failure.toString();
      if (!problem.equals(lastProblem)) {
        lastProblem = problem;
        LOG.warn("{} failed and is tried again every {}: {}", name, pause, problem);
      }
    }
  }

  private Thread daemon(Runnable loop) {
    Thread daemon = new Thread(loop, "event-manager-" + name.replace(' ', '-'));
    daemon.setDaemon(true);
    return daemon;
  }
}
