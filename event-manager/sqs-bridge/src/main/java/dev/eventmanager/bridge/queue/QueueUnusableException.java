package dev.eventmanager.bridge.queue;

import org.jspecify.annotations.Nullable;

/** A queue the bridge cannot write to; the message says why, in one line, and what to do. */
public final class QueueUnusableException extends RuntimeException {

  private final String remedy;

  QueueUnusableException(String problem, String remedy, @Nullable Throwable cause) {
    super(problem, cause);
    this.remedy = remedy;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
