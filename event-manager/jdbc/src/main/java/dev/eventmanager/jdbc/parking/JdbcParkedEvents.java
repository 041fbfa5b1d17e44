package dev.eventmanager.jdbc.parking;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.handling.ParkedEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets events aside in the service's database. Thread-safe.
 *
 * <p>The events of one queue and ordering key are a sequence: the one that failed at its head,
 * those that came later behind it, in the order in which they came. An event that nobody could read
 * is a sequence of its own and holds nobody back. Each event is kept once for a queue.
 *
 * <p>What has been handled meanwhile, by an instance that took the queue over, is not set aside.
 */
public final class JdbcParkedEvents implements ParkedEvents {

  private final JdbcClient jdbc;
  private final Sequences sequences;
  private final ParkedRows rows;
  private final InboxClaim claim;
  private final TransactionTemplate ownTransaction;
  private final Clock clock;

  /**
   * Parked events in the service's database.
   *
   * @param clock dates what waits behind another event
   */
  public JdbcParkedEvents(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.sequences = new Sequences(dataSource);
    this.rows = new ParkedRows(dataSource);
    this.claim = new InboxClaim(dataSource);
    this.ownTransaction = OwnTransaction.on(dataSource);
    this.clock = clock;
  }

  @Override
  public void park(ParkedEvent event) {
    ownTransaction.executeWithoutResult(status -> setAside(event, Optional.empty()));
  }

  /**
   * Keeps an event and its key until the delay has passed; any instance that consumes the queue
   * then goes on with it.
   *
   * @return true, for it is durable when this returns
   */
  @Override
  public boolean retryLater(ParkedEvent event, Duration delay) {
    ownTransaction.executeWithoutResult(status -> setAside(event, Optional.of(delay)));
    return true;
  }

  /**
   * Keeps an event behind those of its key that are there already.
   *
   * @return false if there are none, or none any more: then it is its turn
   */
  @Override
  public boolean parkBehind(String queue, EncodedEvent event) {
    HeldSequence sequence =
        new HeldSequence(queue, SequenceId.ofKey(event.metadata().orderingKey()));
    return sequences.exists(sequence)
        && Boolean.TRUE.equals(ownTransaction.execute(status -> appendTo(sequence, event)));
  }

  /** As promised; one that was handled before is found out when it is its turn. */
  @Override
  public void keepInLine(String queue, List<EncodedEvent> line) {
    Instant now = clock.instant();
    List<ParkedEvent> waiting =
        line.stream().map(event -> ParkedEvent.behind(queue, event, now)).toList();
    ownTransaction.executeWithoutResult(status -> appendAll(waiting));
  }

  private void appendAll(List<ParkedEvent> line) {
    ParkedEvent head = line.get(0);
    HeldSequence sequence =
        new HeldSequence(head.queue(), SequenceId.of(head.event(), head.reason()));
    boolean opened = openOrLock(sequence, head, Optional.of(Duration.ZERO));
    if (!rows.appendAll(sequence, line) && opened) {
      sequences.delete(sequence);
    }
  }

  private boolean appendTo(HeldSequence sequence, EncodedEvent event) {
    boolean held = sequences.lock(sequence).isPresent();
    if (held) {
      rows.append(sequence, ParkedEvent.behind(sequence.queue(), event, clock.instant()));
    }
    return held;
  }

  private void setAside(ParkedEvent event, Optional<Duration> nextAttempt) {
    if (event.reason() == ParkReason.HANDLER_STUCK) {
      // The claim would wait for the transaction of the very handler that is stuck.
      append(event, nextAttempt);
    } else if (claim.take(event.queue(), event.event())) {
      append(event, nextAttempt);
      claim.giveBack(event.queue(), event.event());
    }
  }

  private void append(ParkedEvent event, Optional<Duration> nextAttempt) {
    HeldSequence sequence =
        new HeldSequence(event.queue(), SequenceId.of(event.event(), event.reason()));
    boolean opened = openOrLock(sequence, event, nextAttempt);
    boolean appended = rows.append(sequence, event);
    if (opened && !appended) {
      // It is there already, in another sequence; one without events would be held for ever.
      sequences.delete(sequence);
    }
  }

  /** Either way it is locked; a drain may end it between the two steps, hence again. */
  private boolean openOrLock(
      HeldSequence sequence, ParkedEvent event, Optional<Duration> nextAttempt) {
    while (true) {
      if (sequences.open(sequence, event.event(), event.attempts(), nextAttempt)) {
        return true;
      }
      if (sequences.lock(sequence).isPresent()) {
        return false;
      }
    }
  }

  @Override
  public long count(String queue) {
    return jdbc.sql("select count(*) from event_manager_parked where queue = ?")
        .param(queue)
        .query(Long.class)
        .single();
  }
}
