package dev.eventmanager.jdbc.operations;

import java.util.Optional;

/**
 * What an operator asks for.
 *
 * @param reason why; needed to discard
 * @param actor who asks
 */
public record OperationRequest(
    OperationKind kind, Selection selection, Optional<String> reason, String actor) {

  public OperationRequest {
    if (kind == OperationKind.DISCARD && reason.filter(text -> !text.isBlank()).isEmpty()) {
      throw new IllegalArgumentException("to discard events takes a reason, which is recorded");
    }
    if (actor.isBlank()) {
      throw new IllegalArgumentException("an operation takes the name of who asks for it");
    }
  }
}
