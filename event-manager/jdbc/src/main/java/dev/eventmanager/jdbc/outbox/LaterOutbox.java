package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.transport.LaterTransport;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps events in the service's database until they are due, and then has them join the outbox.
 * Thread-safe.
 *
 * <p>An event is stored and cancelled in the caller's transaction, or in one of its own where there
 * is none. Of a cancellation and the relay, whichever has the row first decides: {@link #cancel}
 * waits for a relay that is moving the row, and the relay leaves alone what a transaction is about
 * to cancel until that has ended. If it rolls back, the event leaves late.
 */
public final class LaterOutbox implements LaterTransport {

  private final LaterStore store;
  private final Admission admission;
  private final TransactionTemplate ownTransaction;
  private final OutboxRelay relay;

  /**
   * A store of later events.
   *
   * @param dataSource the database of the service's transactions
   * @param relay told of each commit, so that what is overdue leaves without delay
   */
  public LaterOutbox(DataSource dataSource, OutboxRelay relay) {
    this.store = new LaterStore(dataSource);
    this.admission = new Admission(dataSource);
    this.ownTransaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.relay = relay;
  }

  @Override
  public PublishOutcome send(EncodedEvent event, Instant due) {
    return admission.refusalOf(event).orElseGet(() -> stored(event, due));
  }

  private PublishOutcome stored(EncodedEvent event, Instant due) {
    try {
      return inTransaction(() -> insert(event, due));
    } catch (RuntimeException failure) {
      return new PublishOutcome.Rejected("it could not be stored in the outbox: " + failure);
    }
  }

  private PublishOutcome insert(EncodedEvent event, Instant due) {
    store.insert(Shards.of(event.metadata().orderingKey()), due, event);
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        relay.nudgeLater();
      }
    });
    return new PublishOutcome.Stored();
  }

  /**
   * Takes back an event that has not left.
   *
   * @throws IllegalStateException if the transaction is not on the outbox's DataSource or is
   *     read-only
   */
  @Override
  public boolean cancel(String eventId) {
    Optional<String> problem = admission.problemOfTransaction();
    if (problem.isPresent()) {
      throw new IllegalStateException(
          "event %s cannot be cancelled: %s".formatted(eventId, problem.get()));
    }
    return inTransaction(() -> store.delete(eventId));
  }

  private <T> T inTransaction(Supplier<T> statement) {
    return admission.isInTransaction()
        ? statement.get()
        : ownTransaction.execute(status -> statement.get());
  }
}
