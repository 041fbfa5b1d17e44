package dev.eventmanager.benchmarks.measuring;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.transport.EventTransport;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes at a steady rate and waits until all has arrived. */
public final class Delays {

  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(60);

  private final Arrivals arrivals;
  private final TransactionTemplate transaction;
  private Figures commits = new Figures();

  public Delays(Arrivals arrivals, TransactionTemplate transaction) {
    this.arrivals = arrivals;
    this.transaction = transaction;
  }

  /** How long the commits of the last run took. */
  public Figures commits() {
    return commits;
  }

  /** The delays of so many events, in milliseconds. */
  public Figures measure(int rate, int count, Callable<?> publish) throws Exception {
    Figures delays = arrivals.collect();
    commits = new Figures();
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = began + i * TimeUnit.SECONDS.toNanos(1) / rate;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      publish.call();
    }
    long limit = System.nanoTime() + LONGEST_WAIT;
    while (delays.count() < count && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return delays;
  }

  /** Publishes in a transaction of its own; time runs from the moment it begins to commit. */
  public Object commit(EventTransport outbox, EncodedEvent event) {
    long[] began = new long[1];
    Object outcome = transaction.execute(status -> {
      Object stored = outbox.send(event).join();
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void beforeCommit(boolean readOnly) {
          arrivals.expect(event.metadata().id());
          began[0] = System.nanoTime();
        }
      });
      return stored;
    });
    commits.add((System.nanoTime() - began[0]) / 1e6);
    return outcome;
  }

  public static String text(Figures delays) {
    return "median %.1f ms, 90 %% %.1f ms, 99 %% %.1f ms, longest %.1f ms, of %d"
        .formatted(
            delays.median(), delays.part(0.9), delays.part(0.99), delays.part(1), delays.count());
  }
}
