package dev.eventmanager.handling;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** As many threads as events are handled at once; what is beyond waits in a queue. */
final class PlatformThreads implements HandlerThreads.HandlerPool {

  private final ThreadPoolExecutor pool;

  PlatformThreads(int concurrency, ThreadFactory threads) {
    this.pool = new ThreadPoolExecutor(
        concurrency, concurrency, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
  }

  @Override
  public void execute(Runnable work) {
    pool.execute(work);
  }

  @Override
  public synchronized void grow() {
    pool.setMaximumPoolSize(pool.getMaximumPoolSize() + 1);
    pool.setCorePoolSize(pool.getCorePoolSize() + 1);
  }

  @Override
  public synchronized void shrink() {
    pool.setCorePoolSize(pool.getCorePoolSize() - 1);
    pool.setMaximumPoolSize(pool.getMaximumPoolSize() - 1);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
