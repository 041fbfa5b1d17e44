package dev.eventmanager.bridge.notifications;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.transport.EventTransport;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves what has waited long enough into the outbox, in order by object. Several instances share the
 * work: each takes objects that no other has.
 */
final class Release {

  private static final int OBJECTS_AT_ONCE = 100;

  private final WaitingNotifications waiting;
  private final ObjectEvents events;
  private final EventTransport outbox;
  private final NotificationMeters meters;
  private final TransactionTemplate transaction;

  /**
   * A release into an outbox.
   *
   * @param outbox makes events part of the current transaction
   */
  Release(
      DataSource database, ObjectEvents events, EventTransport outbox, NotificationMeters meters) {
    this.waiting = new WaitingNotifications(database);
    this.events = events;
    this.outbox = outbox;
    this.meters = meters;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    // Whoever has locked an object has to see what was released of it before.
    transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
  }

  /**
   * Releases some of what is due.
   *
   * @return how many; 0 once nothing is due, or all of it is in other hands
   */
  int some() {
    var objects = waiting.objectsDue();
    if (objects.isEmpty()) {
      return 0;
    }
    waiting.register(objects);
    var released = transaction.execute(status -> release(objects));
    return released == null ? 0 : count(released);
  }

  /** Only now that it is committed. */
  private int count(List<Boolean> released) {
    released.forEach(meters::released);
    return released.size();
  }

  /** For each that was released, whether it came too late. */
  private List<Boolean> release(List<String> objects) {
    var reached = waiting.lock(objects, OBJECTS_AT_ONCE);
    if (reached.isEmpty()) {
      return List.of();
    }
    return waiting.of(reached.keySet()).entrySet().stream()
        .flatMap(object -> release(
            object.getKey(),
            object.getValue(),
            Objects.requireNonNull(reached.get(object.getKey()))))
        .toList();
  }

  private Stream<Boolean> release(String object, List<Waiting> all, BigInteger reached) {
    var going = ObjectOrder.releasable(all);
    if (!going.isEmpty()) {
      waiting.released(going);
      waiting.reached(object, ObjectOrder.newest(going, reached));
    }
    return going.stream().map(each -> store(each, reached));
  }

  private boolean store(Waiting each, BigInteger reached) {
    boolean late = each.place().filter(place -> place.compareTo(reached) < 0).isPresent();
    store(late ? events.late(each) : events.inTime(each));
    return late;
  }

  private void store(EncodedEvent event) {
    var outcome = outbox.send(event).join();
    if (!(outcome instanceof PublishOutcome.Stored)) {
      throw new IllegalStateException("%s was not stored: %s".formatted(event, outcome));
    }
  }
}
