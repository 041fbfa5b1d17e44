package dev.eventmanager.killmatrix.worker;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Ends this process at a step, once one has been ordered. Thread-safe. */
final class Death {

  private volatile @Nullable Order order;

  /**
   * Orders it.
   *
   * @param after how often the step is passed before
   */
  void order(Step step, int after) {
    order = new Order(step, new AtomicInteger(after));
  }

  void cancel() {
    order = null;
  }

  /**
   * To be called at every step. Halting ends the process as SIGKILL does, without a hook, a flush or
   * a goodbye, and it does so here and now, while a signal would arrive some steps later.
   */
  void at(Step step) {
    Order standing = order;
    if (standing != null && standing.step() == step && standing.passes().getAndDecrement() <= 0) {
      Runtime.getRuntime().halt(step.status());
    }
  }

  private record Order(Step step, AtomicInteger passes) {}
}
