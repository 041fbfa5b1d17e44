package dev.eventmanager.handling;

import dev.eventmanager.ParkReason;
import dev.eventmanager.handling.AttemptOutcome.Failed;
import dev.eventmanager.handling.AttemptOutcome.KeyHeld;
import dev.eventmanager.handling.AttemptOutcome.NotOurs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the attempts at an event in its lane: tries a failing one again after a wait, and has it
 * kept for later or parked once its quick attempts, or all of them, are used up. Thread-safe.
 *
 * <p>While an event waits for its next attempt it holds no thread, only its ordering key.
 */
public final class RetryingProcessor implements DeliveryProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(RetryingProcessor.class);

  private final Attempts attempts;
  private final RetryPolicy retryPolicy;
  private final ParkedEvents parkedEvents;
  private final Pauses pauses;
  private final HandlerThreads threads;
  private final Clock clock;

  /**
   * A processor.
   *
   * @param threads run what waits for the parked events, such as on a database
   * @param clock dates failures
   */
  public RetryingProcessor(
      Attempts attempts,
      RetryPolicy retryPolicy,
      ParkedEvents parkedEvents,
      Pauses pauses,
      HandlerThreads threads,
      Clock clock) {
    this.attempts = attempts;
    this.retryPolicy = retryPolicy;
    this.parkedEvents = parkedEvents;
    this.pauses = pauses;
    this.threads = threads;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Void> process(Delivery delivery) {
    Processing processing = new Processing(delivery);
    processing.start();
    return processing.done;
  }

  /** One delivery on its way, one step after the other; so its fields need no lock. */
  private final class Processing {

    private final Delivery delivery;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private int attempt = 0;
    private @Nullable Instant firstFailedAt;

    Processing(Delivery delivery) {
      this.delivery = delivery;
    }

    void start() {
      if (attempts.findHeldKeys() || !parkedEvents.holdsKeys()) {
        attempt();
      } else {
        parkBehindOrAttempt();
      }
    }

    private void parkBehindOrAttempt() {
      step(() -> parkedEvents.parkBehind(delivery.queue(), delivery.event()), behind -> {
        if (behind) {
          LOG.debug("{} waits behind an earlier event of its key", delivery);
          done.complete(null);
        } else {
          attempt();
        }
      });
    }

    private void attempt() {
      attempt++;
      attempts.attemptInLane(delivery, attempt).whenComplete(endingWith(this::ended));
    }

    private void ended(AttemptOutcome outcome) {
      if (outcome instanceof Failed failed) {
        failed(failed);
      } else if (outcome instanceof KeyHeld) {
        attempt--; // no handler was called
        parkBehindOrAttempt();
      } else if (outcome instanceof NotOurs) {
        done.completeExceptionally(new NotOursException(delivery));
      } else {
        done.complete(null);
      }
    }

    private void failed(Failed failed) {
      if (firstFailedAt == null) {
        firstFailedAt = clock.instant();
      }
      if (failed.failureClass() == FailureClass.NOT_RETRIED
          || attempt >= retryPolicy.maxAttempts()) {
        park(failed);
      } else {
        retry(failed);
      }
    }

    private void park(Failed failed) {
      ParkedEvent parked = keptFor(failed);
      step(
          () -> {
            parkedEvents.park(parked);
            return parked;
          },
          kept -> {
            log(failed);
            done.complete(null);
          });
    }

    private void retry(Failed failed) {
      Duration delay = retryPolicy.delayAfter(attempt);
      LOG.warn(
          "{}: attempt {} of {} failed, the next in {} ms: {}",
          delivery,
          attempt,
          retryPolicy.maxAttempts(),
          delay.toMillis(),
          failed.failure().toString());
      if (attempt < retryPolicy.quickAttempts()) {
        attemptAfter(delay);
      } else {
        keepOrAttemptAfter(delay, keptFor(failed));
      }
    }

    private void keepOrAttemptAfter(Duration delay, ParkedEvent failed) {
      step(() -> parkedEvents.retryLater(failed, delay), kept -> {
        if (kept) {
          done.complete(null);
        } else {
          attemptAfter(delay);
        }
      });
    }

    private void attemptAfter(Duration delay) {
      threads.after(delay, this::attempt);
    }

    private ParkedEvent keptFor(Failed failed) {
      Instant first = firstFailedAt == null ? clock.instant() : firstFailedAt;
      Instant now = clock.instant();
      return new ParkedEvent(
          delivery.queue(),
          delivery.event(),
          failed.reason(),
          attempt,
          Optional.of(failed.failure()),
          first,
          now.isBefore(first) ? first : now);
    }

    /** Where a handler failed matters to its author; of what could not be read the message says all. */
    private void log(Failed failed) {
      if (failed.reason() == ParkReason.HANDLER_FAILED) {
        LOG.error(
            "{} is parked after {} attempts: {}",
            delivery,
            attempt,
            failed.reason(),
            failed.failure());
      } else {
        LOG.error(
            "{} is parked: {}: {}", delivery, failed.reason(), failed.failure().getMessage());
      }
    }

    /**
     * Does what takes its time on a thread for it, if the delivery is still ours: whoever has it
     * otherwise may handle it, or have handled it.
     */
    private <T> void step(Callable<T> work, Consumer<T> next) {
      pauses
          .pass(
              delivery,
              () -> threads.call(() -> {
                delivery.requireOurs();
                return work.call();
              }))
          .whenComplete(endingWith(next));
    }

    /** Goes on with the value; whatever goes wrong ends the processing, or the lane would wait. */
    private <T> BiConsumer<T, @Nullable Throwable> endingWith(Consumer<T> next) {
      return (value, failure) -> {
        try {
          if (failure == null) {
            next.accept(value);
          } else {
            done.completeExceptionally(failure);
          }
        } catch (Throwable unforeseen) {
          done.completeExceptionally(unforeseen);
        }
      };
    }
  }
}
