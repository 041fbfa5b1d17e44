package dev.eventmanager.bridge.audit;

/** The stream beside a route cannot be declared or read; says why and what to do. */
public final class AuditException extends RuntimeException {

  AuditException(String message, Throwable cause) {
    super(message, cause);
  }

  AuditException(String message) {
    super(message);
  }
}
