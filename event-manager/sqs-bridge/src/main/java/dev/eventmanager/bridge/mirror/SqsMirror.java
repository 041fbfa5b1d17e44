package dev.eventmanager.bridge.mirror;

import dev.eventmanager.bridge.ledger.IntentLedger;
import dev.eventmanager.bridge.ledger.Standing;
import dev.eventmanager.bridge.ledger.Standing.KeyHeld;
import dev.eventmanager.bridge.ledger.Standing.PerhapsSent;
import dev.eventmanager.bridge.ledger.Standing.Sent;
import dev.eventmanager.bridge.ledger.Standing.Unsent;
import dev.eventmanager.bridge.target.MirrorTarget;
import dev.eventmanager.bridge.target.Verdict.Accepted;
import dev.eventmanager.bridge.target.Verdict.Outage;
import dev.eventmanager.handling.AttemptOutcome;
import dev.eventmanager.handling.AttemptOutcome.NotOurs;
import dev.eventmanager.handling.AttemptOutcome.Succeeded;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.DeliveryAttempts;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.handling.FailureClass;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.sqs.loop.Loop;
import dev.eventmanager.sqs.mapping.MessageMapping;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Mirrors deliveries to one target, such as an SQS FIFO queue. Thread-safe.
 *
 * <ul>
 *   <li>Order: at most one event of a message group is unresolved at the target, so events of one
 *       ordering key get there in the order in which they were handed over, whatever fails on the
 *       way.
 *   <li>Delivery: a delivery completes once the target accepted its event, or once the event is
 *       kept: parked because the target will never take it, kept for later because it fails again
 *       and again, or behind an earlier one of its key. Failures that are not the event's own are
 *       waited out, however long they last.
 *   <li>Copies: what is sent is noted in a ledger before, and its receipt after. An event that
 *       comes again is not sent again if there is a receipt. If there is none it is sent under the
 *       same deduplication id, so the target keeps one; unless an attempt with an unknown outcome,
 *       this process's or another's, is older than the target remembers. Then it is in doubt:
 *       flagged as a possible second copy, logged and counted.
 *   <li>Ids: two different events under one event id are a conflict. The second is parked and holds
 *       nobody back; the target would have dropped it.
 * </ul>
 */
public final class SqsMirror implements DeliveryProcessor, DeliveryAttempts, AutoCloseable {

  private final MessageMapping mapping = new MessageMapping();
  private final Lanes lanes = new Lanes();
  private final Loop loop;
  private final Batches batches;
  private final Keeping keeping;
  private final SettingAside aside;
  private final IntentLedger ledger;
  private final Noting noting;
  private final Patience patience;
  private final MirrorMeters meters;
  private final MirrorTarget target;
  private final Clock clock;

  private volatile MirrorStatus status;

  /**
   * A mirror to a target. Closing it closes its ledger, and neither target nor parked events.
   *
   * @param parked keeps what is not sent; in the database of the ledger
   * @param ledger of this target, for this mirror alone
   */
  public SqsMirror(
      MirrorTarget target,
      ParkedEvents parked,
      IntentLedger ledger,
      MirrorSettings settings,
      MeterRegistry registry,
      Clock clock) {
    this.target = target;
    this.status = MirrorStatus.idle(settings.batchesInFlight());
    this.clock = clock;
    this.keeping = new Keeping(parked, settings.backOff(), "keeping-" + target.name(), clock);
    this.meters = new MirrorMeters(registry, target.name(), this::status, clock);
    this.ledger = ledger;
    this.loop = new Loop("mirror-" + target.name(), this::endStep);
    this.noting = new Noting(ledger, loop, settings.backOff(), this::noted);
    this.aside = new SettingAside(keeping, loop, settings.backOff(), meters, this::resolve);
    this.patience = new Patience(settings.patience(), clock, target.name());
    this.batches = new Batches(target, new Resolved(), loop, settings, meters, clock);
    target.awayFromTheStart().ifPresent(this::awaitTarget);
  }

  private void awaitTarget(Outage outage) {
    patience.beginAtItsEnd();
    loop.run(() -> batches.awaitTarget(outage));
  }

  @Override
  public CompletableFuture<Void> process(Delivery delivery) {
    return take(delivery, false).thenAccept(outcome -> {
      if (outcome instanceof NotOurs) {
        throw new LostDeliveryException(delivery);
      }
    });
  }

  /**
   * Sends an event that is held, and so keeps it nowhere itself: whoever holds it learns whether the
   * target accepted it, will never take it ({@link FailureClass#NOT_RETRIED}), or failed on it again
   * ({@link FailureClass#RETRIED}), which is no reason to park it however often that happens.
   * Outages are waited out.
   */
  @Override
  public CompletableFuture<AttemptOutcome> attempt(Delivery delivery, int attempt) {
    return take(delivery, true);
  }

  @Override
  public boolean takesAside() {
    return true;
  }

  /**
   * Has a group that would fill the window between broker and mirror wait in the database, from
   * where it is brought on in its order, so that other groups go on at their own pace.
   */
  @Override
  public CompletableFuture<Void> takeAside(List<Delivery> line) {
    return keeping.keepInLine(line).thenAccept(kept -> meters.takenAside(line.size()));
  }

  private CompletableFuture<AttemptOutcome> take(Delivery delivery, boolean held) {
    var message = mapping.toMessage(delivery.event());
    var entry = new Entry(delivery, message, held, clock.instant());
    if (!loop.run(() -> take(entry))) {
      entry.outcome().completeExceptionally(closed());
    }
    return entry.outcome();
  }

  /**
   * Asks this from now on to let go when the target, or the ledger, has been away for {@link
   * MirrorSettings#patience}, and to take up when they are back. If the target is away from the
   * start, this lets go at once.
   */
  public void fedBy(Inflow source) {
    patience.fedBy(source);
    loop.run(() -> {}); // after which it is asked to take up, if the target is back by now
  }

  /** What it is at; a moment old. */
  public MirrorStatus status() {
    return status;
  }

  /** Gives up what is unresolved: those deliveries complete exceptionally. */
  @Override
  public void close() {
    loop.close(() -> {
      noting.flushAtLast();
      lanes.clear().forEach(entry -> entry.outcome().completeExceptionally(closed()));
    });
    keeping.close();
    ledger.close();
  }

  private void take(Entry entry) {
    if (lanes.add(entry)) {
      begin(entry);
    }
  }

  /** It is the first of its group now. */
  private void begin(Entry entry) {
    if (!entry.delivery().isStillOurs() || (patience.hasLetGo() && !entry.isHeld())) {
      resolve(entry, new NotOurs());
    } else if (entry.size() > target.maximumMessageSize()) {
      aside.tooLarge(entry, tooLarge(entry));
    } else {
      noting.intend(entry);
    }
  }

  private void noted(Entry entry, Standing standing) {
    if (standing instanceof Unsent) {
      batches.offer(entry);
    } else if (standing instanceof PerhapsSent perhaps) {
      entry.perhapsSent(perhaps.since());
      batches.offer(entry);
    } else if (standing instanceof Sent) {
      meters.suppressed();
      resolve(entry, new Succeeded());
    } else if (standing instanceof KeyHeld) {
      aside.behind(entry, () -> noting.intend(entry));
    } else {
      aside.conflicting(entry);
    }
  }

  private String tooLarge(Entry entry) {
    return "with its attributes it has %,d bytes, and %s takes %,d: set bridge.claims.bucket"
        .formatted(entry.size(), target.name(), target.maximumMessageSize());
  }

  private void resolve(Entry entry, AttemptOutcome outcome) {
    entry.outcome().complete(outcome);
    lanes.remove(entry).ifPresent(this::begin);
  }

  private void endStep() {
    noting.flush();
    var gate = batches.gate();
    var trouble = gate.trouble().or(noting::trouble).or(keeping::trouble);
    if (patience.letsGo(trouble.isPresent())) {
      giveBackUnsent();
    }
    status = new MirrorStatus(lanes.size(), lanes.oldest(), gate.inFlight(), gate.room(), trouble);
  }

  /** Noted again when they come again, as what was never sent. */
  private void giveBackUnsent() {
    batches
        .giveUpUnsent()
        .forEach(entry -> noting.withdraw(entry, () -> resolve(entry, new NotOurs())));
    noting.flush();
  }

  private IllegalStateException closed() {
    return new IllegalStateException("The mirror to %s is closed".formatted(target.name()));
  }

  /** What the end of the attempts means for an entry's group. */
  private final class Resolved implements Resolution {

    @Override
    public void accepted(Entry entry, Accepted receipt) {
      meters.sent();
      noting.accepted(entry, receipt);
      resolve(entry, new Succeeded());
    }

    @Override
    public void refused(Entry entry, String why) {
      if (entry.isPerhapsSent()) {
        aside.refused(entry, why);
      } else {
        noting.withdraw(entry, () -> aside.refused(entry, why));
      }
    }

    @Override
    public void failing(Entry entry, String why) {
      aside.failing(entry, why, batches::offer);
    }

    @Override
    public void takenBack(Entry entry) {
      resolve(entry, new NotOurs());
    }
  }
}
