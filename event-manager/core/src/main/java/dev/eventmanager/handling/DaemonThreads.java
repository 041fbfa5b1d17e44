package dev.eventmanager.handling;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes threads that never keep the process alive. */
final class DaemonThreads implements ThreadFactory {

  private final String prefix;
  private final AtomicInteger made = new AtomicInteger();

  DaemonThreads(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, prefix + made.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
