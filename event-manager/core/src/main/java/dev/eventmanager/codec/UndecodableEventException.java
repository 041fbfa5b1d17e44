package dev.eventmanager.codec;

import dev.eventmanager.ParkReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event that cannot be read, now or on any further attempt. */
public final class UndecodableEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ParkReason reason;
  private final @Nullable String jsonPath;

  UndecodableEventException(ParkReason reason, String message) {
    super(message);
    this.reason = reason;
    this.jsonPath = null;
  }

  UndecodableEventException(String message, String jsonPath, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = ParkReason.MALFORMED;
    this.jsonPath = jsonPath;
  }

  /** What is wrong with it. */
  public ParkReason reason() {
    return reason;
  }

  /** Where in the body, as a JSON path such as {@code $.lines[2].price}; empty if nowhere. */
  public Optional<String> jsonPath() {
    return Optional.ofNullable(jsonPath);
  }
}
