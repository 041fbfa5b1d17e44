package dev.eventmanager.bridge.ledger;

import dev.eventmanager.bridge.ledger.Standing.IdConflict;
import dev.eventmanager.bridge.ledger.Standing.KeyHeld;
import dev.eventmanager.bridge.ledger.Standing.PerhapsSent;
import dev.eventmanager.bridge.ledger.Standing.Sent;
import dev.eventmanager.bridge.ledger.Standing.Unsent;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A ledger in the bridge's database. Thread-safe.
 *
 * <p>One transaction of a few statements for all notes of a write, however many: who collects notes
 * while a write is under way pays for one commit each time, and not for one an event.
 */
public final class JdbcLedger implements IntentLedger {

  private static final long GRACE_SECONDS = 5;

  private final IntentRows rows;
  private final HeldSequences held;
  private final TransactionTemplate transaction;
  private final ExecutorService thread;
  private final Clock clock;

  /**
   * The ledger of a target.
   *
   * @param target its name
   * @param clock dates what is noted
   */
  public JdbcLedger(DataSource dataSource, String target, Clock clock) {
    this.rows = new IntentRows(dataSource, target);
    this.held = new HeldSequences(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    // Each statement sees what others have committed, such as a sequence that is held since.
    this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    this.thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "ledger-" + target));
    this.clock = clock;
  }

  @Override
  public CompletableFuture<List<Standing>> write(Notes notes) {
    try {
      return CompletableFuture.supplyAsync(
          () -> Objects.requireNonNull(transaction.execute(status -> writeNow(notes))), thread);
    } catch (RejectedExecutionException closed) {
      return CompletableFuture.failedFuture(closed);
    }
  }

  /** Returns once they are, or after a few seconds. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Standing> writeNow(Notes notes) {
    var now = EventColumns.timestamp(clock.instant());
    rows.receive(notes.receipts(), now);
    rows.delete(notes.withdrawn());
    var heldKeys = held.among(notes.intents());
    var noted = notes.intents().stream().filter(each -> !isHeld(each, heldKeys)).toList();
    var known = rows.insert(noted, now) == noted.size()
        ? Map.<String, IntentRows.Row>of()
        : rows.find(noted);
    return notes.intents().stream()
        .map(each -> isHeld(each, heldKeys) ? new KeyHeld() : standing(each, known))
        .toList();
  }

  private static boolean isHeld(Intent intent, Set<HeldSequences.Held> heldKeys) {
    return intent.asksWhetherHeld() && heldKeys.contains(HeldSequences.of(intent));
  }

  /** What was there before and what came just now look alike, so both may have been sent. */
  private static Standing standing(Intent intent, Map<String, IntentRows.Row> known) {
    var row = known.get(IntentRows.id(intent));
    if (row == null) {
      return new Unsent();
    }
    if (row.digest() != EventDigest.of(intent.delivery().event())) {
      return new IdConflict();
    }
    return row.sent() ? new Sent() : new PerhapsSent(row.firstAttemptAt());
  }
}
