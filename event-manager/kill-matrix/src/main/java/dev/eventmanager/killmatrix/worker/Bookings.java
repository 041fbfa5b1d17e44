package dev.eventmanager.killmatrix.worker;

import dev.eventmanager.EventPublisher;
import dev.eventmanager.killmatrix.worker.Movement.Nature;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The publisher's transactions: movements of one account, each with its event. Thread-safe. */
final class Bookings {

  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final EventPublisher events;
  private final Death death;

  Bookings(TransactionTemplate transactions, JdbcClient jdbc, EventPublisher events, Death death) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.events = events;
    this.death = death;
  }

  /**
   * Moves an account, as often as there are entries; takes it all back where that is asked for.
   *
   * @return false if the matrix wants no more for now
   */
  boolean book(String account, List<Entry> entries, boolean takeBack) {
    return Boolean.TRUE.equals(transactions.execute(status -> {
      dieAfterCommit();
      Optional<Long> last = advance(account, entries.size());
      last.ifPresent(number -> move(account, number - entries.size(), entries));
      if (takeBack) {
        status.setRollbackOnly();
      } else {
        death.at(Step.BEFORE_COMMIT);
      }
      return last.isPresent();
    }));
  }

  /** Registered before the outbox's own, so that its relay has not been told yet. */
  private void dieAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        death.at(Step.AFTER_COMMIT);
      }
    });
  }

  /** Locks the account, so that its transactions exclude each other, as the outbox asks for. */
  private Optional<Long> advance(String account, int by) {
    return jdbc.sql("""
            update account set number = number + ?
            where id = ? and (select open from pace) returning number
            """).param(by).param(account).query(Long.class).optional();
  }

  private void move(String account, long last, List<Entry> entries) {
    long number = last;
    for (Entry entry : entries) {
      number++;
      jdbc.sql("insert into movement (account, number, token, nature) values (?, ?, ?, ?)")
          .params(account, number, entry.token(), entry.nature().name())
          .update();
      events.publish(Accounts.MOVE, new Movement(account, number, entry.token(), entry.nature()));
    }
  }

  /** A movement that has no number yet. */
  record Entry(long token, Nature nature) {}
}
