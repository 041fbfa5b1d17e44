package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells whether an event can be stored now, in the transaction there is. Thread-safe. */
final class Admission {

  /** Leaves room for four bytes a character in an index entry of either database. */
  private static final int LONGEST_KEY = 512;

  private final DataSource dataSource;

  Admission(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Whether there is a transaction to join, be it the right one or not. */
  boolean isInTransaction() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  /** What is wrong with storing in the current transaction, if there is one, and what to do. */
  Optional<String> problemOfTransaction() {
    if (!isInTransaction()) {
      return Optional.empty();
    }
    if (TransactionPhase.isOver()) {
      return Optional.of("its transaction has ended already and this is a callback after it, so"
          + " nothing more can commit with it; publish before, or begin a new transaction in the"
          + " callback (propagation REQUIRES_NEW)");
    }
    if (!TransactionSynchronizationManager.hasResource(dataSource)) {
      return Optional.of(
          "a transaction is active, but not on the outbox's DataSource, so the event could not"
              + " commit with it; publish within a transaction of that DataSource, or outside of"
              + " any");
    }
    if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      return Optional.of("the transaction is read-only, so nothing can be stored in it; publish"
          + " within one that is not, or outside of any");
    }
    return Optional.empty();
  }

  /** Why the event is refused, if it is. */
  Optional<PublishOutcome> refusalOf(EncodedEvent event) {
    int keyLength = event.metadata().orderingKey().length();
    Optional<String> tooLong = keyLength <= LONGEST_KEY
        ? Optional.empty()
        : Optional.of("its ordering key has %d characters and may have %d; choose a shorter key"
            .formatted(keyLength, LONGEST_KEY));
    return problemOfTransaction().or(() -> tooLong).map(PublishOutcome.Rejected::new);
  }
}
