package dev.eventmanager.contracts.compatibility;

import dev.eventmanager.contracts.compatibility.change.Change;
import java.util.Optional;

/** A change, and the exception that lets it pass if there is one. */
public record Finding(Change change, Optional<ReviewedChange> exception) {

  public boolean passes() {
    return change.passes() || exception.isPresent();
  }
}
