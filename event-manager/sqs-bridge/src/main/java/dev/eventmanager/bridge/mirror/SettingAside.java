package dev.eventmanager.bridge.mirror;

import dev.eventmanager.ParkReason;
import dev.eventmanager.handling.AttemptOutcome;
import dev.eventmanager.handling.AttemptOutcome.Failed;
import dev.eventmanager.handling.AttemptOutcome.NotOurs;
import dev.eventmanager.handling.AttemptOutcome.Succeeded;
import dev.eventmanager.handling.FailureClass;
import dev.eventmanager.sqs.loop.BackOff;
import dev.eventmanager.sqs.loop.Loop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to entries that are not sent now, or never: has them kept, or tells whoever keeps them
 * already. Confined to the loop's thread.
 */
final class SettingAside {

  private static final Logger LOG = LoggerFactory.getLogger(SettingAside.class);

  private final Keeping keeping;
  private final Loop loop;
  private final BackOff backOff;
  private final MirrorMeters meters;
  private final BiConsumer<Entry, AttemptOutcome> resolve;

  SettingAside(
      Keeping keeping,
      Loop loop,
      BackOff backOff,
      MirrorMeters meters,
      BiConsumer<Entry, AttemptOutcome> resolve) {
    this.keeping = keeping;
    this.loop = loop;
    this.backOff = backOff;
    this.meters = meters;
    this.resolve = resolve;
  }

  /** Another event has its id. */
  void conflicting(Entry entry) {
    meters.conflict();
    end(
        entry,
        new Failed(
            FailureClass.NOT_RETRIED,
            ParkReason.ID_CONFLICT,
            new IdConflictException(entry.delivery())));
  }

  /** It is never sent, so nobody notes it; but it must not overtake what is held of its key. */
  void tooLarge(Entry entry, String why) {
    if (entry.isHeld()) {
      refused(entry, why);
    } else {
      behind(entry, () -> refused(entry, why));
    }
  }

  /** The target will never take it. */
  void refused(Entry entry, String why) {
    end(entry, notMirrored(FailureClass.NOT_RETRIED, why));
  }

  /**
   * The target has failed on it again and again: kept for later, so that it and its successors do
   * not fill the window between broker and mirror.
   *
   * @param sendAgain where nothing is kept for later
   */
  void failing(Entry entry, String why, Consumer<Entry> sendAgain) {
    var failed = notMirrored(FailureClass.RETRIED, why);
    if (entry.isHeld()) {
      resolve.accept(entry, failed);
    } else {
      retryLater(entry, failed, sendAgain);
    }
  }

  /** Puts it behind what is held of its key. */
  void behind(Entry entry, Runnable ifNothingIsHeld) {
    then(entry, keeping.parkBehind(entry), behind -> {
      if (behind) {
        resolve.accept(entry, new Succeeded());
      } else {
        ifNothingIsHeld.run();
      }
    });
  }

  private void end(Entry entry, Failed failed) {
    if (entry.isHeld()) {
      resolve.accept(entry, failed);
    } else {
      park(entry, failed);
    }
  }

  private void park(Entry entry, Failed failed) {
    LOG.error("{} is parked: {}: {}", entry, failed.reason(), failed.failure().getMessage());
    then(entry, keeping.park(entry, failed), kept -> {
      meters.parked();
      resolve.accept(entry, new Succeeded());
    });
  }

  private void retryLater(Entry entry, Failed failed, Consumer<Entry> sendAgain) {
    Duration delay = backOff.after(entry.failures());
    then(entry, keeping.retryLater(entry, failed, delay), kept -> {
      if (kept) {
        resolve.accept(entry, new Succeeded());
      } else {
        loop.runLater(delay, () -> sendAgain.accept(entry));
      }
    });
  }

  /** Goes on with an entry once what was asked of the keeping is done. */
  private void then(Entry entry, CompletableFuture<Boolean> kept, Consumer<Boolean> next) {
    kept.whenComplete((answer, lost) -> loop.run(() -> {
      if (lost == null) {
        next.accept(answer);
      } else {
        resolve.accept(entry, new NotOurs());
      }
    }));
  }

  private static Failed notMirrored(FailureClass failureClass, String why) {
    return new Failed(failureClass, ParkReason.NOT_MIRRORED, new RefusedBySqsException(why));
  }
}
