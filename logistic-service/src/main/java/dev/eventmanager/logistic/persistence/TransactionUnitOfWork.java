package dev.eventmanager.logistic.persistence;

import dev.eventmanager.logistic.domain.UnitOfWork;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
class TransactionUnitOfWork implements UnitOfWork {

  private final TransactionOperations transactions;

  TransactionUnitOfWork(TransactionOperations transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> T execute(Supplier<T> work) {
    return transactions.execute(status -> work.get());
  }
}
