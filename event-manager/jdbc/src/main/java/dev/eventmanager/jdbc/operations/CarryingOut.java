package dev.eventmanager.jdbc.operations;

import dev.eventmanager.jdbc.parking.OwnTransaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out a confirmed operation, some events at a time, each batch in a short transaction that
 * locks the sequences it touches, as arrivals and drains do. Thread-safe.
 */
final class CarryingOut {

  private static final Logger LOG = LoggerFactory.getLogger(CarryingOut.class);

  private static final int BATCH = 200;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Items items;
  private final HeldEvents held;
  private final Runnable released;

  CarryingOut(DataSource dataSource, Runnable released) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = OwnTransaction.on(dataSource);
    this.items = new Items(jdbc);
    this.held = new HeldEvents(dataSource);
    this.released = released;
  }

  /** Confirms an operation and begins with it; who confirms it as well waits, and does nothing. */
  void confirm(String id, String actor) {
    transaction.executeWithoutResult(status -> {
      if (mark(id, actor)) {
        LOG.info("{} confirms operation {} on parked events", actor, id);
        locked(id).ifPresent(this::batch);
      }
    });
    released.run();
  }

  private boolean mark(String id, String actor) {
    return jdbc.sql("""
                update event_manager_operation
                set confirmed_at = current_timestamp, confirmed_by = ?
                where id = ? and confirmed_at is null and expires_at > current_timestamp
                """).param(actor).param(id).update() == 1;
  }

  /**
   * Carries out the next events of an operation.
   *
   * @return whether there may be more; not where another instance is at it
   */
  boolean batch(String id) {
    boolean more = Boolean.TRUE.equals(
        transaction.execute(status -> locked(id).map(this::batch).orElse(false)));
    released.run();
    return more;
  }

  /** An operation in hand, and in nobody else's. */
  private record InHand(String id, OperationKind kind, String queue) {}

  private Optional<InHand> locked(String id) {
    return jdbc.sql("""
            select id, kind, queue from event_manager_operation
            where id = ? and confirmed_at is not null and carried_out_at is null
            for update skip locked
            """)
        .param(id)
        .query((row, n) -> new InHand(
            row.getString("id"),
            OperationKind.valueOf(row.getString("kind")),
            row.getString("queue")))
        .optional();
  }

  private boolean batch(InHand operation) {
    List<Selected> batch = items.next(operation.id(), BATCH);
    if (!batch.isEmpty()) {
      carryOut(operation, batch);
    }
    boolean more = batch.size() == BATCH;
    if (!more) {
      finish(operation);
    }
    return more;
  }

  private void carryOut(InHand operation, List<Selected> batch) {
    Map<Long, GoneReason> gone = held.lockAndCompare(operation.kind(), operation.queue(), batch);
    items.gone(operation.id(), gone);
    List<Selected> present =
        batch.stream().filter(each -> !gone.containsKey(each.parkedId())).toList();
    if (present.isEmpty()) {
      return;
    }
    if (operation.kind() == OperationKind.REPLAY) {
      held.replay(operation.queue(), present);
      items.settle(operation.id(), batch, ItemState.REQUESTED);
    } else {
      held.discard(operation.id(), operation.queue(), present);
      items.settle(operation.id(), batch, ItemState.DISCARDED);
    }
  }

  private void finish(InHand operation) {
    jdbc.sql("update event_manager_operation set carried_out_at = current_timestamp where id = ?")
        .param(operation.id())
        .update();
  }
}
