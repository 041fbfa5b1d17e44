package dev.eventmanager.handling;

import dev.eventmanager.ParkReason;
import dev.eventmanager.PermanentFailureException;
import dev.eventmanager.codec.UndecodableEventException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls handlers on an executor, tries a failing event again after a wait, and parks it once it may
 * not be tried again. Thread-safe.
 *
 * <p>While an event waits for its next attempt it holds no thread, only its ordering key.
 */
public final class RetryingProcessor implements DeliveryProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(RetryingProcessor.class);

  private final EventDispatcher dispatcher;
  private final RetryPolicy retryPolicy;
  private final ParkedEvents parkedEvents;
  private final Executor handlers;
  private final ScheduledExecutorService waits;
  private final Clock clock;

  /**
   * A processor.
   *
   * @param handlers runs the handlers; its size is how many events are handled at once
   * @param waits wakes those that wait for a further attempt; does no work of its own
   */
  public RetryingProcessor(
      EventDispatcher dispatcher,
      RetryPolicy retryPolicy,
      ParkedEvents parkedEvents,
      Executor handlers,
      ScheduledExecutorService waits,
      Clock clock) {
    this.dispatcher = dispatcher;
    this.retryPolicy = retryPolicy;
    this.parkedEvents = parkedEvents;
    this.handlers = handlers;
    this.waits = waits;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Void> process(Delivery delivery) {
    Attempts attempts = new Attempts(delivery);
    attempts.start();
    return attempts.done;
  }

  /** The attempts at one delivery, one after the other; so its fields need no lock. */
  private final class Attempts {

    private final Delivery delivery;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private int attempt = 0;
    private @Nullable Instant firstFailedAt;

    Attempts(Delivery delivery) {
      this.delivery = delivery;
    }

    void start() {
      try {
        handlers.execute(this::run);
      } catch (Throwable refused) {
        // Errors too, such as for want of threads: the lane would wait for ever.
        done.completeExceptionally(refused);
      }
    }

    private void run() {
      try {
        requireOurs();
        handleOrPark();
      } catch (Throwable failure) {
        done.completeExceptionally(failure);
      }
    }

    private void requireOurs() {
      if (!delivery.isStillOurs()) {
        throw new CancellationException(delivery + " is given back to the broker");
      }
    }

    private void handleOrPark() {
      if (attempt == 0 && isBehindParked()) {
        park(ParkReason.BEHIND_PARKED, null);
        return;
      }
      attempt++;
      Throwable failure = attempt();
      if (failure == null) {
        done.complete(null);
      } else {
        retryOrPark(failure);
      }
    }

    private boolean isBehindParked() {
      return parkedEvents.holds(delivery.queue(), delivery.event().metadata().orderingKey());
    }

    /** Catches whatever a handler throws, errors too: none may take the lane with it. */
    private @Nullable Throwable attempt() {
      try {
        dispatcher.dispatch(delivery, attempt);
        return null;
      } catch (Throwable failure) {
        return failure;
      }
    }

    /** Not where it was lost meanwhile: whoever has it now may succeed, or have succeeded. */
    private void retryOrPark(Throwable failure) {
      requireOurs();
      if (firstFailedAt == null) {
        firstFailedAt = clock.instant();
      }
      ParkReason reason = reasonOf(failure);
      boolean useless =
          reason != ParkReason.HANDLER_FAILED || failure instanceof PermanentFailureException;
      if (useless || attempt >= retryPolicy.maxAttempts()) {
        park(reason, failure);
      } else {
        retryLater(failure);
      }
    }

    private void retryLater(Throwable failure) {
      Duration delay = retryPolicy.delayAfter(attempt);
      LOG.warn(
          "{}: attempt {} of {} failed, the next in {} ms: {}",
          delivery,
          attempt,
          retryPolicy.maxAttempts(),
          delay.toMillis(),
          failure.toString());
      waits.schedule(this::start, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void park(ParkReason reason, @Nullable Throwable failure) {
      Instant now = clock.instant();
      parkedEvents.park(new ParkedEvent(
          delivery.queue(),
          delivery.event(),
          reason,
          attempt,
          Optional.ofNullable(failure),
          firstFailedAt == null ? now : firstFailedAt,
          now));
      log(reason, failure);
      done.complete(null);
    }

    /** Where a handler failed matters to its author; of what could not be read the message says all. */
    private void log(ParkReason reason, @Nullable Throwable failure) {
      if (failure == null) {
        LOG.warn("{} is parked: {}", delivery, reason);
      } else if (reason == ParkReason.HANDLER_FAILED) {
        LOG.error("{} is parked after {} attempts: {}", delivery, attempt, reason, failure);
      } else {
        LOG.error("{} is parked: {}: {}", delivery, reason, failure.getMessage());
      }
    }

    private static ParkReason reasonOf(Throwable failure) {
      if (failure instanceof UndecodableEventException undecodable) {
        return undecodable.reason();
      }
      if (failure instanceof EventDispatcher.UnhandledEventException unhandled) {
        return unhandled.reason();
      }
      return ParkReason.HANDLER_FAILED;
    }
  }
}
