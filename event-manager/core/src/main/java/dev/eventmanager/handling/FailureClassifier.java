package dev.eventmanager.handling;

import dev.eventmanager.PermanentFailureException;

/** Tells what a handler's failure says about trying again. Thread-safe; must not throw. */
@FunctionalInterface
public interface FailureClassifier {

  FailureClass classify(Throwable failure);

  /** What a handler calls permanent is not retried, all else is. */
  static FailureClassifier standard() {
    return failure -> failure instanceof PermanentFailureException
        ? FailureClass.NOT_RETRIED
        : FailureClass.RETRIED;
  }
}
