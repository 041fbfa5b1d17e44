package dev.eventmanager.contracts.schema;

/**
 * A place where a payload departs from its schema.
 *
 * @param path where in the payload, such as {@code $.lines[0].price}
 * @param message what is wrong there
 */
public record SchemaViolation(String path, String message) {

  @Override
  public String toString() {
    return path + ": " + message;
  }
}
