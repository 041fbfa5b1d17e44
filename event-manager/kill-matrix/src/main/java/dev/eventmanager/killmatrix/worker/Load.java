package dev.eventmanager.killmatrix.worker;

import dev.eventmanager.killmatrix.worker.Bookings.Entry;
import dev.eventmanager.killmatrix.worker.Movement.Nature;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Books on random accounts, on some threads, for as long as the process runs. */
final class Load implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Load.class);
  private static final int MOST_ENTRIES = 3;
  private static final double TAKEN_BACK = 0.05;
  private static final long REST_NANOS = 50_000_000;

  private final Bookings bookings;
  private final JdbcClient jdbc;
  private final int accounts;
  private final double flaky;
  private final double broken;
  private final long nanosBetween;
  private final List<Thread> threads;
  private final AtomicLong tokens = new AtomicLong();
  private volatile boolean running = false;

  Load(
      Bookings bookings,
      JdbcClient jdbc,
      int threads,
      int accounts,
      double flaky,
      double broken,
      int rate) {
    this.bookings = bookings;
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.flaky = flaky;
    this.broken = broken;
    this.nanosBetween = 1_000_000_000L * threads / rate;
    this.threads = IntStream.range(0, threads)
        .mapToObj(number -> new Thread(this::book, "load-" + number))
        .toList();
  }

  @Override
  public void start() {
    tokens.set(jdbc.sql("select nextval('life')").query(Long.class).single() << 32);
    running = true;
    threads.forEach(Thread::start);
  }

  @Override
  public void stop() {
    running = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException asked) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void book() {
    while (running) {
      List<Entry> entries = entries();
      long begin = System.nanoTime();
      if (attempt(entries)) {
        LockSupport.parkNanos(begin + nanosBetween * entries.size() - System.nanoTime());
      } else {
        LockSupport.parkNanos(REST_NANOS);
      }
    }
  }

  /** A failed transaction is none of ours: what it came to is read from the database. */
  private boolean attempt(List<Entry> entries) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    try {
      return bookings.book(
          "a" + random.nextInt(accounts), entries, random.nextDouble() < TAKEN_BACK);
    } catch (RuntimeException failure) {
      LOG.info("A transaction failed: {}", failure.toString());
      return false;
    }
  }

  private List<Entry> entries() {
    int count = ThreadLocalRandom.current().nextInt(MOST_ENTRIES) + 1;
    return Stream.generate(() -> new Entry(tokens.incrementAndGet(), nature()))
        .limit(count)
        .toList();
  }

  private Nature nature() {
    double chance = ThreadLocalRandom.current().nextDouble();
    if (chance < broken) {
      return Nature.BROKEN;
    }
    return chance < broken + flaky ? Nature.FLAKY : Nature.FINE;
  }
}
