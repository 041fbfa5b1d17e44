package dev.eventmanager.sqs.connection;

import org.jspecify.annotations.Nullable;

/**
 * Something at AWS that is needed and cannot be used; the message says why, in one line, and what to
 * do.
 */
public class UnusableException extends RuntimeException {

  private final String remedy;

  /** What is wrong, and what to do about it, a sentence each. */
  public UnusableException(String problem, String remedy, @Nullable Throwable cause) {
    super(problem, cause);
    this.remedy = remedy;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }

  /** Whether nobody has said that it cannot be used: who could say so is away, and may be back. */
  public boolean isAway() {
    return Away.isReasonOf(getCause());
  }
}
