package dev.eventmanager.handling;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads that handlers run on, so many at once and no more, and the timer that wakes whoever
 * waits. Thread-safe. None of them keeps the process alive.
 */
public final class HandlerThreads implements AutoCloseable {

  private static final String NAME = "event-handler-";

  private final HandlerPool pool;
  private final ScheduledThreadPoolExecutor timer;

  private HandlerThreads(HandlerPool pool) {
    this.pool = pool;
    this.timer = new ScheduledThreadPoolExecutor(1, new DaemonThreads("event-timer-"));
  }

  /** As many platform threads as events are handled at once. */
  public static HandlerThreads platform(int concurrency) {
    return new HandlerThreads(new PlatformThreads(concurrency, new DaemonThreads(NAME)));
  }

  /**
   * A virtual thread an event.
   *
   * @param threads makes virtual threads; not called for more than wait or run
   */
  public static HandlerThreads virtual(int concurrency, ThreadFactory threads) {
    return new HandlerThreads(new VirtualThreads(concurrency, threads));
  }

  /** Interrupts what still runs and waits for nothing. */
  @Override
  public void close() {
    timer.shutdownNow();
    pool.close();
  }

  /** Completes as the work does; exceptionally too where no thread could be had. */
  public <T> CompletableFuture<T> call(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    run(result, () -> {
      try {
        result.complete(work.call());
      } catch (Throwable failure) {
        result.completeExceptionally(failure);
      }
    });
    return result;
  }

  /** Runs work that completes the result; completes it exceptionally where no thread could be had. */
  void run(CompletableFuture<?> result, Runnable work) {
    try {
      pool.execute(work);
    } catch (Throwable refused) {
      // Errors too, such as for want of threads: whoever waits for the result would wait for ever.
      result.completeExceptionally(new NoThreadException(refused));
    }
  }

  /** Runs on the timer, so it must be quick. */
  void after(Duration delay, Runnable work) {
    timer.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Runs on the timer again and again, so it must be quick, and throw nothing. */
  void every(Duration delay, Runnable work) {
    timer.scheduleWithFixedDelay(work, delay.toNanos(), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** One of the threads does not come back for now: lets another take its place. */
  void replaceOne() {
    pool.grow();
  }

  /** To be called by a thread that was replaced and has come back. */
  void replacedIsBack() {
    pool.shrink();
  }

  /** A pool of one kind of threads. */
  interface HandlerPool extends Executor, AutoCloseable {

    void grow();

    /** Called on one of its own threads. */
    void shrink();

    @Override
    void close();
  }
}
