package dev.eventmanager.jdbc.parking;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions in which sequences change, whatever the service's own are like. For the packages of
 * this module; stateless.
 */
public final class OwnTransaction {

  private OwnTransaction() {}

  /** Begins one for each call, on its own connection. */
  public static TransactionTemplate on(DataSource dataSource) {
    TransactionTemplate transaction =
        new TransactionTemplate(new JdbcTransactionManager(dataSource));
    // What is kept stays kept, whatever becomes of the transaction in which the event failed.
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    // Whoever has waited for a lock has to see what was done under it.
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    return transaction;
  }
}
