package dev.eventmanager.rabbit.connection;

/** The broker cannot be reached or does not let us in; says where, why, and what to do next. */
public final class NoConnectionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoConnectionException(String addresses, Throwable cause) {
    super("no connection to the broker at %s: %s".formatted(addresses, Diagnosis.of(cause)), cause);
  }
}
