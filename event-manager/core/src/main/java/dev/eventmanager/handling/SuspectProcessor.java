package dev.eventmanager.handling;

import dev.eventmanager.ParkReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out an event that kills its process, by running out of memory for instance, and parks it
 * alone as {@link ParkReason#CRASHED_ITS_CONSUMER}. Thread-safe.
 *
 * <p>The broker gives back everything that was in hand when a process dies, the guilty event and
 * the innocent. What has been lost several times is a suspect. Suspects are handled one at a time
 * in the whole process, so that the next death tells which one it was; the others come through.
 */
public final class SuspectProcessor implements DeliveryProcessor {

  /** Lost so often, an event is a suspect. A restart loses events too, but hardly those again. */
  static final int SUSPICIOUS = 5;

  /** So many deaths while it alone was handled convict an event: one could be anybody's restart. */
  static final int GUILTY = 2;

  /** In which the acknowledgement of one suspect reaches the broker, before the next may kill. */
  private static final Duration BETWEEN_SUSPECTS = Duration.ofMillis(100);

  private static final Logger LOG = LoggerFactory.getLogger(SuspectProcessor.class);

  private final DeliveryProcessor next;
  private final CrashMarks marks;
  private final ParkedEvents parkedEvents;
  private final HandlerThreads threads;
  private final Clock clock;
  private final Queue<Suspect> waiting = new ArrayDeque<>();
  private boolean busy = false;

  /**
   * A processor for all queues of the process.
   *
   * @param next handles what is not parked
   * @param clock dates what is parked
   */
  public SuspectProcessor(
      DeliveryProcessor next,
      CrashMarks marks,
      ParkedEvents parkedEvents,
      HandlerThreads threads,
      Clock clock) {
    this.next = next;
    this.marks = marks;
    this.parkedEvents = parkedEvents;
    this.threads = threads;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Void> process(Delivery delivery) {
    if (delivery.timesLost() < SUSPICIOUS) {
      return next.process(delivery);
    }
    Suspect suspect = new Suspect(delivery);
    if (isTurnOf(suspect)) {
      suspect.begin();
    }
    return suspect.done;
  }

  private synchronized boolean isTurnOf(Suspect suspect) {
    if (busy) {
      waiting.add(suspect);
      return false;
    }
    busy = true;
    return true;
  }

  private synchronized @Nullable Suspect nextSuspect() {
    Suspect suspect = waiting.poll();
    busy = suspect != null;
    return suspect;
  }

  private void beginNext() {
    Suspect suspect = nextSuspect();
    if (suspect != null) {
      suspect.begin();
    }
  }

  /** One of them; its steps follow each other. */
  private final class Suspect {

    private final Delivery delivery;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    Suspect(Delivery delivery) {
      this.delivery = delivery;
    }

    void begin() {
      threads.call(this::isGuilty).thenCompose(this::judged).whenComplete((nothing, failure) -> {
        if (failure == null) {
          done.complete(null);
        } else {
          done.completeExceptionally(failure);
        }
        threads.after(
            delivery.isStillOurs() ? BETWEEN_SUSPECTS : Duration.ZERO,
            SuspectProcessor.this::beginNext);
      });
    }

    private boolean isGuilty() {
      delivery.requireOurs();
      LOG.warn(
          "{} was lost {} times with its process or connection; it is handled alone",
          delivery,
          delivery.timesLost());
      try {
        return marks.begin(delivery) >= GUILTY;
      } catch (RuntimeException away) {
        LOG.warn("{} cannot be marked before it is handled", delivery, away);
        return false;
      }
    }

    private CompletableFuture<Void> judged(boolean guilty) {
      CompletableFuture<Void> dealtWith =
          guilty ? threads.call(this::park) : next.process(delivery);
      return dealtWith
          .handle((nothing, failure) -> threads.call(this::end))
          .thenCompose(ended -> ended)
          .thenCompose(ended -> dealtWith);
    }

    private @Nullable Void park() {
      Instant now = clock.instant();
      ConsumerCrashedException crashed = new ConsumerCrashedException(delivery);
      parkedEvents.park(new ParkedEvent(
          delivery.queue(),
          delivery.event(),
          ParkReason.CRASHED_ITS_CONSUMER,
          delivery.timesLost(),
          Optional.of(crashed),
          now,
          now));
      LOG.error("{} is parked: {}", delivery, crashed.getMessage());
      return null;
    }

    /** A mark that stays would count as a death at the next time. */
    private @Nullable Void end() {
      try {
        marks.end(delivery);
      } catch (RuntimeException away) {
        LOG.warn("The mark of {} could not be taken away", delivery, away);
      }
      return null;
    }
  }
}
