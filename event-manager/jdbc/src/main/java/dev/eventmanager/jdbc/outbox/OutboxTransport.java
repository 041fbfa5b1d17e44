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
 * still counts as active though it can commit nothing more: begin a new one there to publish.
 */
public final class OutboxTransport implements EventTransport {

  /** Leaves room for four bytes a character in an index entry of either database. */
  private static final int LONGEST_KEY = 512;

  private final DataSource dataSource;
  private final OutboxStore store;
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
    this.dataSource = dataSource;
    this.store = new OutboxStore(dataSource);
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
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      return next.send(event);
    }
    return CompletableFuture.completedFuture(store(event));
  }

  private PublishOutcome store(EncodedEvent event) {
    if (!TransactionSynchronizationManager.hasResource(dataSource)) {
      return new PublishOutcome.Rejected(
          "a transaction is active, but not on the outbox's DataSource, so the event could not"
              + " commit with it; publish within a transaction of that DataSource, or outside of"
              + " any");
    }
    int keyLength = event.metadata().orderingKey().length();
    if (keyLength > LONGEST_KEY) {
      return new PublishOutcome.Rejected(
          "its ordering key has %d characters and may have %d; choose a shorter key"
              .formatted(keyLength, LONGEST_KEY));
    }
    return insert(event);
  }

  private PublishOutcome insert(EncodedEvent event) {
    int shard = Shards.of(event.metadata().orderingKey());
    long id;
    try {
      id = store.insert(shard, event);
    } catch (RuntimeException failure) {
      return new PublishOutcome.Rejected("it could not be stored in the outbox: " + failure);
    }
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        relay.nudge(shard, id);
      }
    });
    return new PublishOutcome.Stored();
  }
}
