package dev.eventmanager.autoconfigure.subscribe;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The threads that handlers run on, so many at once and no more. */
final class HandlerThreads implements AutoCloseable {

  private static final String NAME = "event-handler-";

  private final Executor handlers;
  private final Runnable end;
  private final ScheduledExecutorService waits =
      Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("event-retry-"));

  private HandlerThreads(Executor handlers, Runnable end) {
    this.handlers = handlers;
    this.end = end;
  }

  /** As many platform threads as events are handled at once. */
  static HandlerThreads platform(int concurrency) {
    ExecutorService pool =
        Executors.newFixedThreadPool(concurrency, new CustomizableThreadFactory(NAME));
    return new HandlerThreads(pool, pool::shutdownNow);
  }

  /** A virtual thread an event; those beyond the limit wait, which costs a virtual one nothing. */
  static HandlerThreads virtual(int concurrency) {
    ThreadFactory threads = new VirtualThreadTaskExecutor(NAME).getVirtualThreadFactory();
    Semaphore permits = new Semaphore(concurrency, true);
    return new HandlerThreads(
        work -> threads.newThread(() -> runWithin(permits, work)).start(), () -> {});
  }

  Executor handlers() {
    return handlers;
  }

  /** Wakes those that wait for a further attempt. */
  ScheduledExecutorService waits() {
    return waits;
  }

  @Override
  public void close() {
    waits.shutdownNow();
    end.run();
  }

  private static void runWithin(Semaphore permits, Runnable work) {
    permits.acquireUninterruptibly();
    try {
      work.run();
    } finally {
      permits.release();
    }
  }
}
