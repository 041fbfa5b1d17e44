package dev.eventmanager.jdbc.operations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.jdbc.operations.Selection.OneEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperationRequestTest {

  @Test
  void discardsNothingWithoutAReason() {
    assertThatThrownBy(() ->
            new OperationRequest(OperationKind.DISCARD, new OneEvent(1), Optional.of(" "), "ada"))
        .hasMessageContaining("takes a reason");
  }

  @Test
  void knowsWhoAsks() {
    assertThatThrownBy(
            () -> new OperationRequest(OperationKind.REPLAY, new OneEvent(1), Optional.empty(), ""))
        .hasMessageContaining("the name of who asks");
  }
}
