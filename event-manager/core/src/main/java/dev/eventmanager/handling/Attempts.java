package dev.eventmanager.handling;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.UndecodableEventException;
import dev.eventmanager.handling.AttemptOutcome.Failed;
import dev.eventmanager.handling.AttemptOutcome.KeyHeld;
import dev.eventmanager.handling.AttemptOutcome.NotOurs;
import dev.eventmanager.handling.AttemptOutcome.Succeeded;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Calls the handler of an event once, wherever the event comes from: its lane, or what was kept for
 * later. Thread-safe; that the events of a key come one after the other is the caller's part.
 */
public final class Attempts implements DeliveryAttempts {

  private final EventDispatcher dispatcher;
  private final FailureClassifier classifier;
  private final Pauses pauses;
  private final HandlerThreads threads;
  private final TimeLimit limit;

  /**
   * Attempts on the handlers' threads.
   *
   * @param limit how long a handler may take; then the attempt is abandoned
   */
  public Attempts(
      EventDispatcher dispatcher,
      FailureClassifier classifier,
      Pauses pauses,
      HandlerThreads threads,
      Duration limit) {
    this.dispatcher = dispatcher;
    this.classifier = classifier;
    this.pauses = pauses;
    this.threads = threads;
    this.limit = new TimeLimit(limit, threads);
  }

  /**
   * Makes an attempt, within the interceptors, as soon as a thread is free. Returns at once.
   *
   * <p>Whether the delivery is still ours is asked right before the handler is called. Where the
   * failure is of the class {@link FailureClass#PAUSING} the queue pauses, and the attempt is made
   * anew, and counts once, when it goes on. At its time limit an attempt is abandoned: its thread is
   * interrupted and nothing of it is committed; it has failed once its handler has ended, or after a
   * short grace as {@link ParkReason#HANDLER_STUCK}.
   *
   * @param attempt 1 for the first
   * @return how it ended, whatever the handler threw; completes exceptionally only where no thread
   *     could be had
   */
  @Override
  public CompletableFuture<AttemptOutcome> attempt(Delivery delivery, int attempt) {
    return attempt(delivery, attempt, false);
  }

  /** Whether attempts in lanes find out by themselves that a key is held. */
  boolean findHeldKeys() {
    return dispatcher.findsHeldKeys();
  }

  /** As {@link #attempt}, or ends as {@link KeyHeld} where that is found out. */
  CompletableFuture<AttemptOutcome> attemptInLane(Delivery delivery, int attempt) {
    return attempt(delivery, attempt, true);
  }

  private CompletableFuture<AttemptOutcome> attempt(
      Delivery delivery, int attempt, boolean fromLane) {
    CompletableFuture<AttemptOutcome> ended = new CompletableFuture<>();
    pauses
        .pass(delivery, () -> begin(delivery, attempt, fromLane))
        .whenComplete((outcome, failure) -> {
          if (failure == null) {
            ended.complete(outcome);
          } else if (failure instanceof NoThreadException) {
            ended.completeExceptionally(failure);
          } else {
            ended.complete(outcomeOf(failure));
          }
        });
    return ended;
  }

  private CompletableFuture<AttemptOutcome> begin(
      Delivery delivery, int attempt, boolean fromLane) {
    CompletableFuture<AttemptOutcome> outcome = new CompletableFuture<>();
    threads.run(outcome, () -> {
      try {
        run(delivery, attempt, fromLane, outcome);
        outcome.complete(new Succeeded());
      } catch (Throwable failure) {
        // Whatever a handler throws, errors too: none may take the lane with it.
        outcome.completeExceptionally(failure);
      }
    });
    return outcome;
  }

  private void run(
      Delivery delivery, int attempt, boolean fromLane, CompletableFuture<AttemptOutcome> outcome)
      throws Throwable {
    delivery.requireOurs();
    new WatchedAttempt(delivery, limit, threads, outcome)
        .run(watch -> dispatcher.dispatch(delivery, attempt, fromLane, watch));
  }

  private AttemptOutcome outcomeOf(Throwable failure) {
    if (failure instanceof NotOursException) {
      return new NotOurs();
    }
    if (failure instanceof KeyHeldException) {
      return new KeyHeld();
    }
    if (failure instanceof UndecodableEventException undecodable) {
      return new Failed(FailureClass.NOT_RETRIED, undecodable.reason(), failure);
    }
    if (failure instanceof RefusedEventException refused) {
      return new Failed(FailureClass.NOT_RETRIED, refused.reason(), failure);
    }
    return new Failed(counted(classifier.classify(failure)), ParkReason.HANDLER_FAILED, failure);
  }

  /** What comes out although it is pausing has paused the queue too often to be believed. */
  private static FailureClass counted(FailureClass failureClass) {
    return failureClass == FailureClass.PAUSING ? FailureClass.RETRIED : failureClass;
  }
}
