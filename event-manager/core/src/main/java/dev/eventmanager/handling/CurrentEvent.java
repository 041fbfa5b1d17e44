package dev.eventmanager.handling;

import dev.eventmanager.EventMetadata;
import java.util.Optional;

/**
 * The event that is being handled on the calling thread. One instance is shared by the handling and
 * the publishing side of a service.
 */
public final class CurrentEvent {

  @SuppressWarnings("ThreadLocalUsage") // one a service: a static one would join two of them
  private final ThreadLocal<EventMetadata> current = new ThreadLocal<>();

  /** Its metadata, or empty outside a handler. */
  public Optional<EventMetadata> metadata() {
    return Optional.ofNullable(current.get());
  }

  void during(EventMetadata metadata, Step step) throws Exception {
    current.set(metadata);
    try {
      step.run();
    } finally {
      current.remove();
    }
  }

  interface Step {
    void run() throws Exception;
  }
}
