package dev.eventmanager.jdbc.drain;

import static dev.eventmanager.jdbc.Events.event;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.jdbc.CuttableDataSource;
import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.parking.ReplayOutcomes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * An instance that was cut off from its database while its handler was at work on the first of three
 * events, and another that has taken over.
 */
final class CutOff implements AutoCloseable {

  final Billing billing;

  private final CountDownLatch inHandler = new CountDownLatch(1);
  private final CountDownLatch proceed = new CountDownLatch(1);
  private final TestDatabase database;
  private final CuttableDataSource line;

  /**
   * Both instances.
   *
   * @param end what the first one's handler does when it goes on
   */
  CutOff(TestDatabase database, Runnable end) throws InterruptedException {
    this.database = database;
    this.line = new CuttableDataSource(database.dataSource());
    this.billing = new Billing(database, id -> {
      if (inHandler.getCount() > 0) {
        inHandler.countDown();
        proceed.await();
        end.run();
      }
    });
    billing.retryLater(event("a", 1), Duration.ZERO);
    billing.parkedEvents.parkBehind(Billing.QUEUE, event("a", 2));
    billing.parkedEvents.parkBehind(Billing.QUEUE, event("a", 3));
    billing.drain(Billing.settings().build(), line, ReplayOutcomes.ignored());
    inHandler.await();
    line.cut();
    billing.drain();
    await().until(this::isTakenOver);
  }

  private boolean isTakenOver() {
    return database
            .jdbc()
            .sql("select count(*) from event_manager_sequence where leased_by like 'billing-1%'")
            .query(Long.class)
            .single()
        == 1;
  }

  /** Lets the handler of the first instance go on. */
  void proceed() {
    proceed.countDown();
  }

  /** Gives the first instance its database back. */
  void mend() {
    line.mend();
  }

  @Override
  public void close() {
    billing.close();
  }
}
