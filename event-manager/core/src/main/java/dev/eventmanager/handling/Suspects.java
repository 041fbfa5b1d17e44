package dev.eventmanager.handling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out an event that kills its process, by running out of memory for instance. One for the
 * whole process, wherever its events come from. Thread-safe.
 *
 * <p>When a process dies everything that it had in hand is delivered again, the guilty event and the
 * innocent. What has been lost several times is a suspect. Suspects are handled one at a time, so
 * that the next death tells which one it was; the others come through.
 */
public final class Suspects {

  /** Lost so often, an event is a suspect. A restart loses events too, but hardly those again. */
  static final int SUSPICIOUS = 5;

  /** So many deaths while it alone was handled convict an event: one could be anybody's restart. */
  static final int GUILTY = 2;

  /** In which the acknowledgement of one suspect reaches the broker, before the next may kill. */
  private static final Duration BETWEEN_SUSPECTS = Duration.ofMillis(100);

  private static final Logger LOG = LoggerFactory.getLogger(Suspects.class);

  private final CrashMarks marks;
  private final HandlerThreads threads;
  private final Queue<Suspect<?>> waiting = new ArrayDeque<>();
  private boolean busy = false;

  /**
   * No suspects yet.
   *
   * @param marks tell what an earlier process died of
   */
  public Suspects(CrashMarks marks, HandlerThreads threads) {
    this.marks = marks;
    this.threads = threads;
  }

  /**
   * Has a delivery handled: at once, or when its turn has come where it is a suspect.
   *
   * @param handling handles it; asks itself whether the delivery is still ours
   * @param parking parks it for the given reason instead, where it is guilty; may wait for a database
   */
  public <T> CompletableFuture<T> handle(
      Delivery delivery,
      Supplier<CompletableFuture<T>> handling,
      Function<ConsumerCrashedException, T> parking) {
    if (delivery.timesLost() < SUSPICIOUS) {
      return handling.get();
    }
    Suspect<T> suspect = new Suspect<>(delivery, handling, parking);
    if (isTurnOf(suspect)) {
      suspect.begin();
    }
    return suspect.done;
  }

  private synchronized boolean isTurnOf(Suspect<?> suspect) {
    if (busy) {
      waiting.add(suspect);
      return false;
    }
    busy = true;
    return true;
  }

  private synchronized @Nullable Suspect<?> nextSuspect() {
    Suspect<?> suspect = waiting.poll();
    busy = suspect != null;
    return suspect;
  }

  private void beginNext() {
    Suspect<?> suspect = nextSuspect();
    if (suspect != null) {
      suspect.begin();
    }
  }

  /** One of them; its steps follow each other. */
  private final class Suspect<T> {

    private final Delivery delivery;
    private final Supplier<CompletableFuture<T>> handling;
    private final Function<ConsumerCrashedException, T> parking;
    private final CompletableFuture<T> done = new CompletableFuture<>();

    Suspect(
        Delivery delivery,
        Supplier<CompletableFuture<T>> handling,
        Function<ConsumerCrashedException, T> parking) {
      this.delivery = delivery;
      this.handling = handling;
      this.parking = parking;
    }

    void begin() {
      threads
          .call(this::judge)
          .thenCompose(dealtWith -> dealtWith)
          .whenComplete((result, failure) -> {
            if (failure == null) {
              done.complete(result);
            } else {
              done.completeExceptionally(failure);
            }
            threads.after(
                delivery.isStillOurs() ? BETWEEN_SUSPECTS : Duration.ZERO,
                Suspects.this::beginNext);
          });
    }

    private CompletableFuture<T> judge() {
      if (!delivery.isStillOurs()) {
        return handling.get(); // which finds that out; the mark is for whoever has it now
      }
      CompletableFuture<T> dealtWith = isGuilty()
          ? threads.call(() -> parking.apply(new ConsumerCrashedException(delivery)))
          : handling.get();
      return dealtWith
          .handle((nothing, failure) -> threads.call(this::end))
          .thenCompose(ended -> ended)
          .thenCompose(ended -> dealtWith);
    }

    private boolean isGuilty() {
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
