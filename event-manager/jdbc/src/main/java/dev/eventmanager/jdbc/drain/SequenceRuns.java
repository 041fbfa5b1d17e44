package dev.eventmanager.jdbc.drain;

import dev.eventmanager.ParkReason;
import dev.eventmanager.handling.AttemptOutcome;
import dev.eventmanager.handling.AttemptOutcome.Failed;
import dev.eventmanager.handling.AttemptOutcome.Succeeded;
import dev.eventmanager.handling.ConsumerCrashedException;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.DeliveryAttempts;
import dev.eventmanager.handling.FailureClass;
import dev.eventmanager.handling.HandlerThreads;
import dev.eventmanager.handling.Suspects;
import dev.eventmanager.jdbc.parking.HeldEvent;
import dev.eventmanager.jdbc.parking.Settlement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries the events of sequences in hand, those of each one after the other, as long as they
 * succeed. Thread-safe; holds no thread while a handler works.
 */
final class SequenceRuns {

  private static final Logger LOG = LoggerFactory.getLogger(SequenceRuns.class);

  /** After so many events others have their turn, however long the sequence is. */
  private static final int MOST_IN_A_ROW = 100;

  private final DeliveryAttempts attempts;
  private final HandlerThreads threads;
  private final Suspects suspects;
  private final Settlement settlement;
  private final FailedHeads failedHeads;
  private final InHand inHand;

  private volatile boolean stopping = false;

  /**
   * Runs.
   *
   * @param threads run what waits for the database after an attempt
   */
  SequenceRuns(
      DeliveryAttempts attempts,
      HandlerThreads threads,
      Suspects suspects,
      Settlement settlement,
      FailedHeads failedHeads,
      InHand inHand) {
    this.attempts = attempts;
    this.threads = threads;
    this.suspects = suspects;
    this.settlement = settlement;
    this.failedHeads = failedHeads;
    this.inHand = inHand;
  }

  /** Begins with a sequence that was taken. */
  void start(Tenure tenure) {
    try {
      settlement
          .head(tenure.sequence())
          .ifPresentOrElse(new Run(tenure)::attempt, () -> inHand.end(tenure));
    } catch (RuntimeException | Error failure) {
      leaveToOthers(tenure, failure);
    }
  }

  /** Such as for want of the database or of threads: the lease runs out, as nobody renews it. */
  private void leaveToOthers(Tenure tenure, Throwable failure) {
    LOG.warn(
        "{} is left as it stands, and taken up again in a few seconds", tenure.sequence(), failure);
    inHand.end(tenure);
  }

  /** Begins no further attempt; what is under way is settled, and its sequence given back. */
  void stop() {
    stopping = true;
  }

  boolean isStopping() {
    return stopping;
  }

  /** One sequence; each step follows the one before, so its fields need no lock. */
  private final class Run {

    private final Tenure tenure;
    private int tried = 0;

    Run(Tenure tenure) {
      this.tenure = tenure;
    }

    void attempt(HeldEvent head) {
      tried++;
      Delivery delivery = new Delivery(
          head.sequence().queue(), head.event(), true, head.timesLost(), this::mayBegin);
      suspects
          .handle(delivery, () -> handle(head, delivery), crashed -> settle(head, failed(crashed)))
          .thenAccept(this::goOn)
          .exceptionally(failure -> {
            leaveToOthers(tenure, failure);
            return null;
          });
    }

    private CompletableFuture<Optional<HeldEvent>> handle(HeldEvent head, Delivery delivery) {
      return attempts
          .attempt(delivery, head.attempts() + 1)
          .thenCompose(outcome -> threads.call(() -> settle(head, outcome)));
    }

    private static Failed failed(ConsumerCrashedException crashed) {
      return new Failed(FailureClass.NOT_RETRIED, ParkReason.CRASHED_ITS_CONSUMER, crashed);
    }

    private boolean mayBegin() {
      return tenure.isCertain() && !stopping;
    }

    private Optional<HeldEvent> settle(HeldEvent head, AttemptOutcome outcome) {
      if (outcome instanceof Succeeded) {
        return settlement.succeeded(head);
      }
      if (outcome instanceof Failed failed) {
        return failedHeads.settle(head, failed);
      }
      inHand.giveBack(tenure);
      return Optional.empty();
    }

    private void goOn(Optional<HeldEvent> next) {
      if (next.isPresent() && tried < MOST_IN_A_ROW && mayBegin()) {
        attempt(next.get());
        return;
      }
      if (next.isPresent()) {
        inHand.giveWay(tenure);
      }
      inHand.end(tenure);
    }
  }
}
