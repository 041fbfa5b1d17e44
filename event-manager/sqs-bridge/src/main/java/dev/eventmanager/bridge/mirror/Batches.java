package dev.eventmanager.bridge.mirror;

import static java.util.stream.Collectors.partitioningBy;

import dev.eventmanager.bridge.target.MirrorTarget;
import dev.eventmanager.bridge.target.Verdict;
import dev.eventmanager.bridge.target.Verdict.Accepted;
import dev.eventmanager.bridge.target.Verdict.Outage;
import dev.eventmanager.bridge.target.Verdict.Refused;
import dev.eventmanager.bridge.target.Verdict.Split;
import dev.eventmanager.bridge.target.Verdict.TryAgain;
import dev.eventmanager.sqs.loop.Loop;
import dev.eventmanager.sqs.mapping.MessageMapping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends entries in batches until each is accepted or refused. It may be given one entry of a group
 * at a time. Confined to the loop's thread.
 */
final class Batches {

  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

  private final MessageMapping mapping = new MessageMapping();
  private final Ready ready;
  private final MirrorTarget target;
  private final Gate gate;
  private final Resolution resolution;
  private final Loop loop;
  private final MirrorSettings settings;
  private final MirrorMeters meters;
  private final Clock clock;

  private boolean lingering = false;
  private boolean lingered = false;

  Batches(
      MirrorTarget target,
      Resolution resolution,
      Loop loop,
      MirrorSettings settings,
      MirrorMeters meters,
      Clock clock) {
    this.ready = new Ready(target::maximumBatchSize);
    this.target = target;
    this.gate = new Gate(settings.batchesInFlight(), settings.backOff());
    this.resolution = resolution;
    this.loop = loop;
    this.settings = settings;
    this.meters = meters;
    this.clock = clock;
  }

  void offer(Entry entry) {
    ready.add(entry);
    sendWhatMay();
  }

  /** Sends nothing before the target, which is away from the start, has been reached. */
  void awaitTarget(Outage outage) {
    failed(gate.enter(), outage);
    gate.leave();
  }

  Gate gate() {
    return gate;
  }

  private void sendWhatMay() {
    while (!ready.isEmpty() && gate.isOpen() && (lingered || ready.fillsBatch())) {
      send(stillOurs(ready.takeBatch()));
    }
    if (ready.isEmpty()) {
      lingered = false;
    } else if (!lingered && !lingering) {
      lingering = true;
      loop.runLater(settings.linger(), this::endLinger);
    }
  }

  private void endLinger() {
    lingering = false;
    lingered = true;
    sendWhatMay();
  }

  /** Another consumer may have what is not ours any more, and be ahead of us. */
  private List<Entry> stillOurs(List<Entry> batch) {
    var ours = batch.stream().collect(partitioningBy(entry -> entry.delivery().isStillOurs()));
    ours.getOrDefault(false, List.of()).forEach(resolution::takenBack);
    return ours.getOrDefault(true, List.of());
  }

  private void send(List<Entry> batch) {
    if (batch.isEmpty()) {
      return;
    }
    var now = clock.instant();
    batch.forEach(entry -> reportDoubt(entry, now));
    meters.batch(batch.size());
    var pass = gate.enter();
    target
        .send(batch.stream().map(Entry::message).toList())
        .thenAccept(v -> loop.run(() -> answered(byEntry(batch, v), pass, now)));
  }

  /** In the order of the batch. */
  private static Map<Entry, Verdict> byEntry(List<Entry> batch, List<Verdict> verdicts) {
    var byEntry = new LinkedHashMap<Entry, Verdict>();
    for (int i = 0; i < batch.size(); i++) {
      byEntry.put(batch.get(i), verdicts.get(i));
    }
    return byEntry;
  }

  private void answered(Map<Entry, Verdict> verdicts, Gate.Pass pass, Instant sentAt) {
    gate.leave();
    meters.roundTrip(Duration.between(sentAt, clock.instant()));
    firstOutage(verdicts)
        .ifPresentOrElse(outage -> failed(pass, outage), () -> gate.succeeded(pass));
    verdicts.forEach((entry, verdict) -> settle(entry, verdict, sentAt));
    ready.putBack(with(Outage.class, verdicts));
    split(with(Split.class, verdicts));
    sendWhatMay();
  }

  private void settle(Entry entry, Verdict verdict, Instant sentAt) {
    if (verdict instanceof Accepted receipt) {
      resolution.accepted(entry, receipt);
    } else if (verdict instanceof Refused refused) {
      resolution.refused(entry, refused.why());
    } else if (verdict instanceof TryAgain again) {
      tryAgain(entry, again, sentAt);
    } else if (verdict instanceof Outage outage) {
      note(entry, outage.maybeAccepted(), sentAt);
    }
  }

  /** Only this entry waits, and with it its group. */
  private void tryAgain(Entry entry, TryAgain again, Instant sentAt) {
    note(entry, again.maybeAccepted(), sentAt);
    if (entry.failed() >= settings.quickAttempts()) {
      resolution.failing(entry, again.why());
    } else {
      offerLater(entry, again);
    }
  }

  private void offerLater(Entry entry, TryAgain again) {
    var delay = settings.backOff().after(entry.failures());
    LOG.warn("{} is sent again in {} ms: {}", entry, delay.toMillis(), again.why());
    loop.runLater(delay, () -> offer(entry));
  }

  private void note(Entry entry, boolean maybeAccepted, Instant sentAt) {
    meters.retried();
    if (maybeAccepted) {
      entry.perhapsSent(sentAt);
    }
  }

  private void failed(Gate.Pass pass, Outage outage) {
    gate.failed(pass, outage).ifPresent(delay -> pause(outage, delay));
  }

  private void pause(Outage outage, Duration delay) {
    meters.outage(outage.throttled());
    LOG.warn(
        "{} takes nothing; all is kept and tried again in {} ms: {}",
        target.name(),
        delay.toMillis(),
        outage.why());
    loop.runLater(delay, this::resume);
  }

  /** One batch is let through to see; where there is none, the target is asked. */
  private void resume() {
    ready.remove(entry -> !entry.delivery().isStillOurs()).forEach(resolution::takenBack);
    if (ready.isEmpty()) {
      target.probe().thenAccept(outage -> loop.run(() -> probed(outage)));
    } else {
      gate.reopen();
      sendWhatMay();
    }
  }

  private void probed(Optional<Outage> outage) {
    if (outage.isPresent()) {
      loop.runLater(gate.stillAway(outage.get()), this::resume);
    } else {
      gate.answered();
      sendWhatMay();
    }
  }

  /** Takes out what waits and was certainly not sent. */
  List<Entry> giveUpUnsent() {
    return ready.remove(entry -> !entry.isHeld() && !entry.isPerhapsSent());
  }

  /** Past the gate, for it was let through as one batch. */
  private void split(List<Entry> batch) {
    var middle = batch.size() / 2;
    send(batch.subList(0, middle));
    send(batch.subList(middle, batch.size()));
  }

  private void reportDoubt(Entry entry, Instant now) {
    if (entry.fallsInDoubt(now, settings.provablyDeduplicated())) {
      meters.inDoubt();
      entry.becomes(mapping.flagged(entry.message()));
      LOG.warn("{} is in doubt: SQS may hold it already, and now gets it once more", entry);
    }
  }

  private static Optional<Outage> firstOutage(Map<Entry, Verdict> verdicts) {
    return verdicts.values().stream()
        .filter(Outage.class::isInstance)
        .map(Outage.class::cast)
        .findFirst();
  }

  /** In the order of the batch. */
  private static List<Entry> with(Class<? extends Verdict> kind, Map<Entry, Verdict> verdicts) {
    return verdicts.entrySet().stream()
        .filter(each -> kind.isInstance(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
