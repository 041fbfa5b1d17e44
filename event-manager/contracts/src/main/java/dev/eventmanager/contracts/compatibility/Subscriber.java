package dev.eventmanager.contracts.compatibility;

/** A queue of a service that an event reaches by a pattern. */
public record Subscriber(String service, String queue, String pattern) {

  @Override
  public String toString() {
    return "%s on %s by %s".formatted(service, queue, pattern);
  }
}
