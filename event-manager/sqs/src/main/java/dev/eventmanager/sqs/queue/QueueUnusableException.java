package dev.eventmanager.sqs.queue;

import dev.eventmanager.sqs.connection.UnusableException;
import org.jspecify.annotations.Nullable;

/** A queue the bridge cannot write to; the message says why, in one line, and what to do. */
public final class QueueUnusableException extends UnusableException {

  QueueUnusableException(String problem, String remedy, @Nullable Throwable cause) {
    super(problem, remedy, cause);
  }
}
