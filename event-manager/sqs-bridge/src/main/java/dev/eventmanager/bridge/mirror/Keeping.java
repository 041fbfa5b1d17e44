package dev.eventmanager.bridge.mirror;

import dev.eventmanager.ParkReason;
import dev.eventmanager.handling.AttemptOutcome.Failed;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.sqs.loop.BackOff;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps entries that are not to be sent now, on a thread of its own, since that takes its time.
 * Where one cannot be kept it tries again, until it can or the delivery is not ours any more: that
 * is an outage like the target's, and nothing is given up. Thread-safe.
 */
final class Keeping implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

  private final ParkedEvents parked;
  private final BackOff backOff;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor thread;

  private volatile Optional<String> trouble = Optional.empty();

  Keeping(ParkedEvents parked, BackOff backOff, String name, Clock clock) {
    this.parked = parked;
    this.backOff = backOff;
    this.clock = clock;
    this.thread = new ScheduledThreadPoolExecutor(1, work -> new Thread(work, name));
  }

  /** Completes with true once it is parked for good; exceptionally where it is not ours any more. */
  CompletableFuture<Boolean> park(Entry entry, Failed failed) {
    var event = parkedEvent(entry, failed.reason(), failed.failure());
    return keep(entry.delivery(), () -> {
      parked.park(event);
      return true;
    });
  }

  /** As {@link #park}; false where nothing is kept for later here. */
  CompletableFuture<Boolean> retryLater(Entry entry, Failed failed, Duration delay) {
    var event = parkedEvent(entry, failed.reason(), failed.failure());
    return keep(entry.delivery(), () -> parked.retryLater(event, delay));
  }

  /** As {@link #park}; false where nothing of its key is kept any more, so that it is its turn. */
  CompletableFuture<Boolean> parkBehind(Entry entry) {
    var delivery = entry.delivery();
    return keep(entry.delivery(), () -> parked.parkBehind(delivery.queue(), delivery.event()));
  }

  /** Has a whole line tried from where it is kept. */
  CompletableFuture<Boolean> keepInLine(List<Delivery> line) {
    var events = line.stream().map(Delivery::event).toList();
    return keep(line.get(0), () -> {
      parked.keepInLine(line.get(0).queue(), events);
      return true;
    });
  }

  /** Why nothing can be kept; empty where the last one could. */
  Optional<String> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private ParkedEvent parkedEvent(Entry entry, ParkReason reason, Throwable why) {
    var now = clock.instant();
    var delivery = entry.delivery();
    return new ParkedEvent(
        delivery.queue(), delivery.event(), reason, entry.failures(), Optional.of(why), now, now);
  }

  private CompletableFuture<Boolean> keep(Delivery delivery, BooleanSupplier step) {
    var kept = new CompletableFuture<Boolean>();
    tryAfter(Duration.ZERO, delivery, step, kept, 1);
    return kept;
  }

  private void tryAfter(
      Duration delay,
      Delivery delivery,
      BooleanSupplier step,
      CompletableFuture<Boolean> kept,
      int attempt) {
    try {
      thread.schedule(
          () -> tryNow(delivery, step, kept, attempt), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      kept.completeExceptionally(closed);
    }
  }

  private void tryNow(
      Delivery delivery, BooleanSupplier step, CompletableFuture<Boolean> kept, int attempt) {
    if (!delivery.isStillOurs()) {
      trouble = Optional.empty();
      kept.completeExceptionally(new LostDeliveryException(delivery));
      return;
    }
    try {
      kept.complete(step.getAsBoolean());
      trouble = Optional.empty();
    } catch (RuntimeException failure) {
      var delay = backOff.after(attempt);
      trouble = Optional.of("%s cannot be kept: %s".formatted(delivery, failure));
      LOG.warn("{} cannot be kept; tried again in {} ms", delivery, delay.toMillis(), failure);
      tryAfter(delay, delivery, step, kept, attempt + 1);
    }
  }
}
