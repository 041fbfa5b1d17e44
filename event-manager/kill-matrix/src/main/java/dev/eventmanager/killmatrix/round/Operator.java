package dev.eventmanager.killmatrix.round;

import dev.eventmanager.jdbc.operations.OperationKind;
import dev.eventmanager.jdbc.operations.OperationRequest;
import dev.eventmanager.jdbc.operations.ParkedOperations;
import dev.eventmanager.jdbc.operations.PreviewOutcome.Previewed;
import dev.eventmanager.jdbc.operations.Selection;
import dev.eventmanager.publishing.EventIds;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;

/**
 * Replays whatever is parked every few seconds, once without a cure, so that it fails again, then
 * with one.
 */
final class Operator implements AutoCloseable {

  private static final long TURN_MILLIS = 2_000;
  private static final String NAME = "kill-matrix";

  private final RoundDatabase database;
  private final String queue;
  private final ParkedOperations operations;
  private final Thread thread = new Thread(this::run, "operator");
  private volatile long replayed = 0;

  Operator(RoundDatabase database, String queue) {
    this.database = database;
    this.queue = queue;
    this.operations = new ParkedOperations(
        new DriverManagerDataSource(database.url() + "&currentSchema=consumer"),
        EventIds.uuidV7()::next,
        () -> {});
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** How many events were selected, those counted twice that failed again. */
  long replayed() {
    return replayed;
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  private void run() {
    try {
      for (int turn = 0; ; turn++) {
        TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
        replay(turn % 2 == 1);
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void replay(boolean mended) {
    try {
      database.beforeReplay(mended);
      OperationRequest request = new OperationRequest(
          OperationKind.REPLAY, new Selection.WholeQueue(queue), Optional.empty(), NAME);
      if (operations.preview(request) instanceof Previewed previewed) {
        operations.confirm(previewed.operation().id(), NAME);
        replayed += previewed.operation().events();
      }
    } catch (SQLException | DataAccessException | TransactionException away) {
      // The database is being restarted; the next turn asks again.
    }
  }
}
