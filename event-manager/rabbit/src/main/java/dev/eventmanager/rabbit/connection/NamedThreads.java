package dev.eventmanager.rabbit.connection;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads whose names say what they do. Thread-safe. */
public final class NamedThreads implements ThreadFactory {

  private final String name;
  private final AtomicInteger made = new AtomicInteger();

  /**
   * Threads named {@code event-manager-<role>-<number>}.
   *
   * @param role what they do, in a word or two
   */
  public NamedThreads(String role) {
    this.name = "event-manager-" + role + "-";
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, name + made.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
