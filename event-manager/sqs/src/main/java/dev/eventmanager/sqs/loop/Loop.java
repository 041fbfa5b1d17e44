package dev.eventmanager.sqs.loop;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which all state of a mirror or a consumer is read and changed, so none of it is
 * locked. Thread-safe. It is no daemon: a process that only handles events must not end because SQS is
 * away.
 *
 * <p>Steps run in the order in which they were given. What has come together runs in one go: to wake
 * the thread for each step costs more than most steps do.
 */
public final class Loop {

  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final int MOST_AT_ONCE = 100;

  private final ScheduledThreadPoolExecutor thread;
  private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final Runnable afterSteps;

  /**
   * A loop at work.
   *
   * @param name of its thread
   * @param afterSteps runs after each step or few steps, also after one that failed
   */
  public Loop(String name, Runnable afterSteps) {
    this.thread = new ScheduledThreadPoolExecutor(1, step -> new Thread(step, name));
    this.afterSteps = afterSteps;
  }

  /** Runs a step soon; false once closed. */
  public boolean run(Runnable step) {
    if (thread.isShutdown()) {
      return false;
    }
    steps.add(step);
    return woken.get() || wake();
  }

  /** Runs a step after a while; false once closed. */
  public boolean runLater(Duration delay, Runnable step) {
    try {
      thread.schedule(() -> run(step), delay.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (RejectedExecutionException closed) {
      return false;
    }
  }

  private boolean wake() {
    if (woken.compareAndSet(false, true)) {
      try {
        thread.execute(this::runWhatHasCome);
      } catch (RejectedExecutionException closed) {
        return false;
      }
    }
    return true;
  }

  /** Not endlessly, for there is what is to be done after steps. */
  private void runWhatHasCome() {
    woken.set(false);
    var step = steps.poll();
    for (int i = 1; step != null; i++) {
      runNow(step);
      step = i < MOST_AT_ONCE ? steps.poll() : null;
    }
    runNow(afterSteps);
    if (!steps.isEmpty()) {
      wake();
    }
  }

  private void runUpTo(Runnable last) {
    steps.add(last);
    Runnable step;
    do {
      step = steps.remove();
      runNow(step);
    } while (step != last);
    runNow(afterSteps);
    // Here, since what the last ones gave would run before anybody else could say so.
    thread.shutdownNow();
  }

  private static void runNow(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | AssertionError e) {
      // An executor would keep it to itself.
      LOG.error("A fault of the library; please report it", e);
    }
  }

  /** Runs what has come and a last step, and waits for it; nothing runs after that. */
  public void close(Runnable last) {
    try {
      CompletableFuture.runAsync(() -> runUpTo(last), thread).join();
    } catch (RejectedExecutionException alreadyClosed) {
      // Nothing runs any more.
    }
  }
}
