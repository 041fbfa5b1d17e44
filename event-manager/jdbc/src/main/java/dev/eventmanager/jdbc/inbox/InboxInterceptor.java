package dev.eventmanager.jdbc.inbox;

import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.Handling;
import dev.eventmanager.handling.HandlingInterceptor;
import dev.eventmanager.handling.KeyHeldException;
import dev.eventmanager.jdbc.parking.SequenceId;
import dev.eventmanager.jdbc.schema.EventColumns;
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
 * <p>An event and its twins, which tell it in other versions, are one event here, known by the
 * original's id: whichever comes first is handled, be it that the service learned to read the others
 * in between.
 *
 * <p>Another event, by its routing key or body, under an id that was handled before is refused with
 * an {@link IdConflictException}: it is parked, and the first one's effect stays.
 *
 * <p>Events whose publisher gave them no id cannot be recognised and are handled as often as they
 * arrive.
 */
public final class InboxInterceptor implements HandlingInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(InboxInterceptor.class);

  private static final String ENTER = """
      insert into event_manager_inbox (queue, event_id, fingerprint, handled_at)
      values (?, ?, ?, current_timestamp) on conflict do nothing
      """;

  /** Asked in the statement that is sent anyway, the question costs next to nothing. */
  private static final String ENTER_UNLESS_HELD = """
      insert into event_manager_inbox (queue, event_id, fingerprint, handled_at)
      select cast(? as varchar), cast(? as varchar), cast(? as bigint), current_timestamp
      where not exists (
          select 1 from event_manager_sequence where queue = ? and sequence_id = ?)
      on conflict do nothing
      """;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;

  /**
   * An inbox in the service's database.
   *
   * @param dataSource where the inbox stands
   * @param transactions what handlers use; must manage {@code dataSource}, or the promise is void
   */
  public InboxInterceptor(DataSource dataSource, PlatformTransactionManager transactions) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = transactions;
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
   *
   * @throws IdConflictException if the inbox knows another event by this id
   * @throws KeyHeldException if the event comes from a lane and its key is held
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

  @Override
  public boolean findsHeldKeys() {
    return true;
  }

  private void handleOnce(Handling handling, Invocation next) throws Exception {
    requireOwnTransaction();
    if (enter(handling)) {
      next.proceed();
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
    Delivery delivery = handling.delivery();
    JdbcClient.StatementSpec insert = jdbc.sql(handling.fromLane() ? ENTER_UNLESS_HELD : ENTER)
        .param(delivery.queue())
        .param(EventColumns.id(delivery.event().metadata().originalId()))
        .param(EventColumns.fingerprint(delivery.event()));
    if (handling.fromLane()) {
      insert = insert
          .param(delivery.queue())
          .param(SequenceId.ofKey(delivery.event().metadata().orderingKey()));
    }
    boolean entered = insert.update() == 1;
    if (!entered) {
      requireSameEvent(delivery);
    }
    return entered;
  }

  /**
   * To skip another event for having the id of this one would be to lose it. A twin has the original's
   * id here, and a fingerprint of its own.
   */
  private void requireSameEvent(Delivery delivery) {
    long arrived = EventColumns.fingerprint(delivery.event());
    long handled = jdbc.sql(
            "select fingerprint from event_manager_inbox where queue = ? and event_id = ?")
        .param(delivery.queue())
        .param(EventColumns.id(delivery.event().metadata().originalId()))
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new KeyHeldException(delivery));
    if (handled == arrived) {
      LOG.info("{} was handled before; its handler is not called again", delivery);
    } else if (delivery.event().metadata().twins().isEmpty()) {
      throw new IdConflictException(delivery, handled, arrived);
    }
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
