package dev.eventmanager.handling;

import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/** A thread an event; those beyond the limit wait, which costs a virtual one nothing. */
final class VirtualThreads implements HandlerThreads.HandlerPool {

  private final ThreadFactory threads;
  private final Semaphore permits;

  VirtualThreads(int concurrency, ThreadFactory threads) {
    this.threads = threads;
    this.permits = new Semaphore(concurrency, true);
  }

  @Override
  public void execute(Runnable work) {
    threads.newThread(() -> runWithin(work)).start();
  }

  private void runWithin(Runnable work) {
    permits.acquireUninterruptibly();
    try {
      work.run();
    } finally {
      permits.release();
    }
  }

  @Override
  public void grow() {
    permits.release();
  }

  /** Takes back the permit that it gave away, which its end will release once more. */
  @Override
  public void shrink() {
    permits.acquireUninterruptibly();
  }

  /** Virtual threads end with the process. */
  @Override
  public void close() {}
}
