package dev.eventmanager.handling;

import java.time.Duration;

/**
 * A handler has not returned within its time limit, so that the attempt was abandoned and nothing
 * of it committed. Its stack trace is the handler's at that moment.
 */
public final class HandlerTimeoutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HandlerTimeoutException(Delivery delivery, Duration limit, StackTraceElement[] where) {
    super(
        "the handler of %s has not returned within %s; raise event-manager.consumer.handler-timeout if it may take longer"
            .formatted(delivery, limit));
    setStackTrace(where);
  }
}
