package dev.eventmanager.order.domain;

import java.util.function.Supplier;

/** Lets an order change and the news of it be stored together, or neither. */
public interface UnitOfWork {

  /**
   * Does the work in a transaction, the current one if there is one; it rolls back if the work
   * throws.
   */
  <T> T execute(Supplier<T> work);
}
