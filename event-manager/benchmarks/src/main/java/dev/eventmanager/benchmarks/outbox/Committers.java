package dev.eventmanager.benchmarks.outbox;

import dev.eventmanager.benchmarks.measuring.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Threads that commit as fast as they can. */
final class Committers {

  private Committers() {}

  /** Work that one thread does again and again; opened for each, closed at its end. */
  @FunctionalInterface
  interface Work {
    Committer open() throws Exception;
  }

  /** Commits once a call. */
  @FunctionalInterface
  interface Committer extends AutoCloseable {
    void commit() throws Exception;

    @Override
    default void close() throws Exception {}
  }

  /** Commits a second. */
  static double rate(int threads, Duration duration, Work work) throws InterruptedException {
    LongAdder commits = new LongAdder();
    long began = System.nanoTime();
    long end = began + duration.toNanos();
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread = new Thread(() -> Machine.run(() -> repeat(work, end, commits)));
      thread.start();
      running.add(thread);
    }
    for (Thread thread : running) {
      thread.join();
    }
    return commits.sum() * 1e9 / (System.nanoTime() - began);
  }

  private static boolean repeat(Work work, long end, LongAdder commits) throws Exception {
    try (Committer committer = work.open()) {
      while (System.nanoTime() < end) {
        committer.commit();
        commits.increment();
      }
    }
    return true;
  }
}
