package dev.eventmanager.bridge.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The ledger of one target. Thread-safe.
 *
 * <p>A note is durable once it is answered, so whoever sends after the answer finds his intent again
 * after any crash. Writing the same twice changes nothing.
 */
public interface IntentLedger extends AutoCloseable {

  /**
   * Writes all notes or none. Never blocks.
   *
   * @return of each intent how it stands, in their order; completes exceptionally, at once where the
   *     ledger is closed, if nothing could be written
   */
  CompletableFuture<List<Standing>> write(Notes notes);

  /** Takes no more notes; those it has taken are written. */
  @Override
  void close();
}
