package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.transport.EventTransport;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes events part of the caller's transaction. Thread-safe.
 *
 * <p>Within a transaction the event becomes a row of the outbox and the outcome is {@link
 * PublishOutcome.Stored} at once: if the transaction commits, the relay publishes the event, at
 * least once; if it rolls back, the event never was. Without a transaction the event goes straight
 * to the next transport.
 *
 * <p><b>Order.</b> Rows are relayed in the order in which they were inserted, which is not always
 * the order in which their transactions commit. Two transactions that publish events of one
 * ordering key must therefore exclude each other, as they do when both first lock or update the
 * aggregate that the key names. Where they do not, the later row may be committed, seen and
 * published first.
 *
 * <p>In a callback after the commit (such as an after-commit event listener) the old transaction
 * still counts as active though it can commit nothing more. With {@link TransactionPhase} the event
 * is rejected there, and the reason says so: begin a new transaction there to publish.
 */
public final class OutboxTransport implements EventTransport {

  private final OutboxStore store;
  private final Admission admission;
  private final OutboxRelay relay;
  private final EventTransport next;

  /**
   * An outbox before another transport.
   *
   * @param dataSource the database of the service's transactions
   * @param relay told of each commit, so that events leave without delay
   * @param next takes what is published outside of a transaction
   */
  public OutboxTransport(DataSource dataSource, OutboxRelay relay, EventTransport next) {
    this.store = new OutboxStore(dataSource);
    this.admission = new Admission(dataSource);
    this.relay = relay;
    this.next = next;
  }

  /**
   * Stores or sends an event.
   *
   * @return completed with {@code Stored}; or with {@code Rejected} where the row could not be
   *     written, after which PostgreSQL will not commit the transaction either; or the next
   *     transport's answer
   */
  @Override
  public CompletableFuture<PublishOutcome> send(EncodedEvent event) {
    if (!admission.isInTransaction()) {
      return next.send(event);
    }
    return CompletableFuture.completedFuture(
        admission.refusalOf(event).orElseGet(() -> insert(event)));
  }

  private PublishOutcome insert(EncodedEvent event) {
    int shard = Shards.of(event.metadata().orderingKey());
    try {
      store.insert(shard, event);
    } catch (RuntimeException failure) {
      return new PublishOutcome.Rejected("it could not be stored in the outbox: " + failure);
    }
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        relay.nudge(shard);
      }
    });
    return new PublishOutcome.Stored();
  }
}
