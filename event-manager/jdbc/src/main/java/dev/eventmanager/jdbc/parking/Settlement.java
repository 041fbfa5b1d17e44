package dev.eventmanager.jdbc.parking;

import dev.eventmanager.handling.AttemptOutcome.Failed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Settles what became of a head that was tried again, each in a short transaction of its own that
 * begins with the sequence's lock. Thread-safe. For the packages of this module.
 *
 * <p>Whoever has lost the lease settles nothing: the sequence is then another's. An event that
 * arrives takes the same lock, so it is either behind the head before the sequence ends, or finds
 * that it has ended.
 */
public final class Settlement {

  private final String holder;
  private final Sequences sequences;
  private final ParkedRows rows;
  private final ReplayOutcomes outcomes;
  private final TransactionTemplate ownTransaction;
  private final Clock clock;

  /**
   * The settlement of one holder of leases.
   *
   * @param holder as in {@link SequenceLeases}
   * @param outcomes is told what became of each event
   * @param clock dates failures
   */
  public Settlement(DataSource dataSource, String holder, ReplayOutcomes outcomes, Clock clock) {
    this.holder = holder;
    this.sequences = new Sequences(dataSource);
    this.rows = new ParkedRows(dataSource);
    this.outcomes = outcomes;
    this.ownTransaction = OwnTransaction.on(dataSource);
    this.clock = clock;
  }

  /**
   * The head of a sequence that is ours; empty if it is not, or has no events. Takes no lock:
   * others only add behind it.
   */
  public Optional<HeldEvent> head(HeldSequence sequence) {
    return sequences
        .leased(sequence, holder)
        .flatMap(standing -> rows.first(sequence, 0, standing))
        .or(() -> ifOurs(sequence, standing -> next(sequence, 0, standing)));
  }

  /** It was handled: removes it, and returns the next; empty where there is none, or not for us. */
  public Optional<HeldEvent> succeeded(HeldEvent head) {
    return ifOurs(head.sequence(), standing -> {
      rows.delete(head.sequence(), head.id());
      outcomes.succeeded(head.id());
      return goOn(head, standing);
    });
  }

  /** It holds nobody back: parks it by itself, and returns the next as {@link #succeeded} does. */
  public Optional<HeldEvent> parkAside(HeldEvent head, Failed failed) {
    return ifOurs(head.sequence(), standing -> {
      HeldSequence own =
          new HeldSequence(head.sequence().queue(), SequenceId.ofEvent(head.event()));
      sequences.open(own, head.event(), head.failures() + 1, Optional.empty());
      rows.failed(head, failed, clock.instant());
      rows.move(head.id(), own);
      outcomes.failedAgain(head.id());
      return goOn(head, standing);
    });
  }

  /** It has failed as often as it may: the sequence waits for an operator. */
  public void park(HeldEvent head, Failed failed) {
    ifOurs(head.sequence(), standing -> {
      rows.failed(head, failed, clock.instant());
      sequences.park(head.sequence());
      outcomes.failedAgain(head.id());
      return Optional.empty();
    });
  }

  /** It has failed, and is tried again after the delay by whoever comes first. */
  public void retryLater(HeldEvent head, Failed failed, Duration delay) {
    ifOurs(head.sequence(), standing -> {
      rows.failed(head, failed, clock.instant());
      sequences.retryLater(head.sequence(), standing.failures() + 1, delay);
      return Optional.empty();
    });
  }

  private Optional<HeldEvent> ifOurs(
      HeldSequence sequence, Function<Standing, Optional<HeldEvent>> step) {
    return ownTransaction.execute(
        status -> sequences.lockLeased(sequence, holder).flatMap(step));
  }

  private Optional<HeldEvent> goOn(HeldEvent settled, Standing standing) {
    if (!standing.equals(Standing.AFRESH)) {
      sequences.begin(settled.sequence(), Standing.AFRESH.state());
    }
    return next(settled.sequence(), settled.id(), Standing.AFRESH);
  }

  /** Under the lock nobody adds one, so a sequence found empty here ends here. */
  private Optional<HeldEvent> next(HeldSequence sequence, long afterId, Standing standing) {
    Optional<HeldEvent> next = rows.first(sequence, afterId, standing);
    if (next.isEmpty()) {
      sequences.delete(sequence);
    }
    return next;
  }
}
