package dev.eventmanager.jdbc.outbox;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells callbacks after a commit from the transaction itself, which Spring calls active until they
 * have run, though what they store may never commit. To be added as a listener to the transaction
 * managers that publish ({@code ConfigurableTransactionManager#addListener}); Spring Boot does so
 * with its own. Thread-safe.
 */
public final class TransactionPhase implements TransactionExecutionListener {

  @Override
  public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
    if (failure == null
        && TransactionSynchronizationManager.isSynchronizationActive()
        && !TransactionSynchronizationManager.hasResource(Mark.class)) {
      Mark mark = new Mark();
      mark.resume();
      TransactionSynchronizationManager.registerSynchronization(mark);
    }
  }

  /** Whether the current transaction has ended, and only its callbacks still run. */
  static boolean isOver() {
    return !TransactionSynchronizationManager.isSynchronizationActive()
        || (TransactionSynchronizationManager.getResource(Mark.class) instanceof Mark mark
            && mark.committed);
  }

  /** Bound to the thread for as long as its transaction is the current one. */
  private static final class Mark implements TransactionSynchronization {

    private boolean committed;

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Mark.class, this);
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(Mark.class);
    }

    @Override
    public void afterCommit() {
      committed = true;
    }

    @Override
    public void afterCompletion(int status) {
      suspend();
    }

    /** Before all other callbacks. */
    @Override
    public int getOrder() {
      return Integer.MIN_VALUE;
    }
  }
}
