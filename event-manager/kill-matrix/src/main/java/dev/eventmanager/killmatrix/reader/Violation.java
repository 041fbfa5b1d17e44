package dev.eventmanager.killmatrix.reader;

import org.jspecify.annotations.Nullable;

/** An event that broke an invariant. */
public record Violation(
    String account, long number, long token, @Nullable String eventId) {

  @Override
  public String toString() {
    return "%s number %d (token %d, event %s)"
        .formatted(account, number, token, eventId == null ? "never seen" : eventId);
  }
}
