package dev.eventmanager.jdbc.inbox;

import dev.eventmanager.handling.Handling;
import dev.eventmanager.handling.HandlingInterceptor;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Handles each event once for a queue: a transaction that begins with the inbox row, keyed by queue
 * and event id, and goes on with the handler. Thread-safe.
 *
 * <p>Delivery is at least once, and everything the handler does through the same transaction
 * manager happens once: row and effect commit together or not at all. Of two instances that hold
 * the same event at the same time, the second waits on the unique key until the first has ended; it
 * then skips the handler if the first committed and calls it if the first rolled back. Effects
 * outside of the transaction (a mail, a call to another service, a transaction of the handler's own
 * by {@code REQUIRES_NEW}) are at least once.
 *
 * <p>Events whose publisher gave them no id cannot be recognised and are handled as often as they
 * arrive.
 */
public final class InboxInterceptor implements HandlingInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(InboxInterceptor.class);

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;
  private final Clock clock;

  /**
   * An inbox in the service's database.
   *
   * @param dataSource where the inbox stands
   * @param transactions what handlers use; must manage {@code dataSource}, or the promise is void
   * @param clock dates the rows, for {@link InboxCleaner}
   */
  public InboxInterceptor(
      DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Tries, in a transaction that it rolls back, whether effect and inbox row would commit together.
   *
   * @throws IllegalStateException if they would not: then every event would fail
   */
  public void check() {
    TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
    try {
      requireOwnTransaction();
    } finally {
      transactions.rollback(transaction);
    }
  }

  /**
   * Calls the handler unless this queue's inbox knows the event; rolls both back where the handler
   * or the commit fails.
   */
  @Override
  public void intercept(Handling handling, Invocation next) throws Exception {
    TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
    try {
      handleOnce(handling, next);
    } catch (Throwable failure) {
      rollBack(transaction, failure);
      throw failure;
    }
    transactions.commit(transaction);
  }

  private void handleOnce(Handling handling, Invocation next) throws Exception {
    requireOwnTransaction();
    if (enter(handling)) {
      next.proceed();
    } else {
      LOG.info("{} was handled before; its handler is not called again", handling.delivery());
    }
  }

  /** Without this the inbox row would commit by itself, and a failed handler be skipped for ever. */
  private void requireOwnTransaction() {
    if (!TransactionSynchronizationManager.hasResource(dataSource)) {
      throw new IllegalStateException(
          "the transaction manager %s does not manage the inbox's DataSource %s, so effect and inbox row could not commit together; give both the same DataSource"
              .formatted(transactions, dataSource));
    }
  }

  private boolean enter(Handling handling) {
    return jdbc.sql("""
                insert into event_manager_inbox (queue, event_id, handled_at) values (?, ?, ?)
                on conflict do nothing
                """)
            .param(handling.delivery().queue())
            .param(EventColumns.id(handling.delivery().event().metadata().id()))
            .param(EventColumns.timestamp(clock.instant()))
            .update()
        == 1;
  }

  /** The handler's failure is the one to report, whatever else goes wrong on the way back. */
  private void rollBack(TransactionStatus transaction, Throwable failure) {
    try {
      transactions.rollback(transaction);
    } catch (RuntimeException | Error second) {
      failure.addSuppressed(second);
    }
  }
}
