package dev.eventmanager.bridge.mirror;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which all of a mirror's state is read and changed, so none of it is locked. */
final class Loop {

  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private final ScheduledThreadPoolExecutor thread;
  private final Runnable afterEach;

  Loop(String name, Runnable afterEach) {
    this.thread = new ScheduledThreadPoolExecutor(1, step -> new Thread(step, name));
    this.afterEach = afterEach;
  }

  /** Runs a step soon; false once closed. */
  boolean run(Runnable step) {
    return runLater(Duration.ZERO, step);
  }

  /** Runs a step after a while; false once closed. */
  boolean runLater(Duration delay, Runnable step) {
    try {
      thread.schedule(() -> runNow(step), delay.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (RejectedExecutionException closed) {
      return false;
    }
  }

  private void runNow(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | AssertionError e) {
      // An executor would keep it to itself.
      LOG.error("A fault of the bridge; please report it", e);
    } finally {
      afterEach.run();
    }
  }

  /** Runs a last step and waits for it; nothing runs after that. */
  void close(Runnable last) {
    try {
      CompletableFuture.runAsync(() -> runNow(last), thread).join();
    } catch (RejectedExecutionException alreadyClosed) {
      return;
    }
    thread.shutdownNow();
  }
}
