package dev.eventmanager.testkit.broker;

import org.jspecify.annotations.Nullable;

/** A broker could not be started or reached; the message says which, why, and what to do next. */
public final class BrokerUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokerUnavailableException(String message) {
    this(message, null);
  }

  BrokerUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
