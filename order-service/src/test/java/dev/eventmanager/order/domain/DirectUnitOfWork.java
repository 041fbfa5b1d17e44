package dev.eventmanager.order.domain;

import java.util.function.Supplier;

/** Work without a transaction. */
public final class DirectUnitOfWork implements UnitOfWork {

  @Override
  public <T> T execute(Supplier<T> work) {
    return work.get();
  }
}
