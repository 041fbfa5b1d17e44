package dev.eventmanager.contracts.schema;

/** A payload type that no schema or no sample can be made of; says of which event and why. */
public final class NoSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoSchemaException(String message) {
    super(message);
  }

  NoSchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
