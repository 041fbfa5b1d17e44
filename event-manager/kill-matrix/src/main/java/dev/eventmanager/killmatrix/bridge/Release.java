package dev.eventmanager.killmatrix.bridge;

import dev.eventmanager.jdbc.operations.OperationKind;
import dev.eventmanager.jdbc.operations.OperationRequest;
import dev.eventmanager.jdbc.operations.ParkedOperations;
import dev.eventmanager.jdbc.operations.PreviewOutcome.Previewed;
import dev.eventmanager.jdbc.operations.Selection;
import dev.eventmanager.publishing.EventIds;
import java.util.Optional;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Releases what the bridge has parked, by the operations of every service. */
final class Release {

  private static final String NAME = "kill-matrix";

  private final String queue;
  private final ParkedOperations operations;

  Release(String database, String queue) {
    this.queue = queue;
    this.operations = new ParkedOperations(
        new DriverManagerDataSource(database), EventIds.uuidV7()::next, () -> {});
  }

  /** Releases all that is parked now; returns how many events that is. */
  long all() {
    OperationRequest request = new OperationRequest(
        OperationKind.REPLAY, new Selection.WholeQueue(queue), Optional.empty(), NAME);
    if (operations.preview(request) instanceof Previewed previewed) {
      operations.confirm(previewed.operation().id(), NAME);
      return previewed.operation().events();
    }
    return 0;
  }
}
