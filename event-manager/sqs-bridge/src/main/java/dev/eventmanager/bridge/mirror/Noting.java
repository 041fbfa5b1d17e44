package dev.eventmanager.bridge.mirror;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.bridge.ledger.Intent;
import dev.eventmanager.bridge.ledger.IntentLedger;
import dev.eventmanager.bridge.ledger.Notes;
import dev.eventmanager.bridge.ledger.Receipt;
import dev.eventmanager.bridge.ledger.Standing;
import dev.eventmanager.bridge.target.Verdict.Accepted;
import dev.eventmanager.sqs.loop.BackOff;
import dev.eventmanager.sqs.loop.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the ledger note entries before they are sent, and their receipts. What comes while a write is
 * under way, or has only just begun, waits for the next, so that many share one: a commit costs as
 * much as noting dozens of events. A ledger that is away is an outage: all waits until it is back.
 * Confined to the loop's thread.
 *
 * <p>Nobody waits for a receipt to be written. If it is lost in a crash its intent still tells that
 * the event may have been sent, which is all that an event can profit from that comes again.
 */
final class Noting {

  private static final Logger LOG = LoggerFactory.getLogger(Noting.class);

  /** Far below the time an event takes to SQS and back, and enough for dozens to come together. */
  private static final Duration BETWEEN_WRITES = Duration.ofMillis(5);

  private final IntentLedger ledger;
  private final Loop loop;
  private final BackOff backOff;
  private final BiConsumer<Entry, Standing> noted;

  private List<Entry> intended = new ArrayList<>();
  private List<Receipt> receipts = new ArrayList<>();
  private List<Withdrawal> withdrawn = new ArrayList<>();
  private boolean writing = false;
  private boolean resting = false;
  private int failures = 0;
  private Optional<String> trouble = Optional.empty();

  /**
   * Nothing to note yet.
   *
   * @param noted is told of each entry how it stands once its intent is durable
   */
  Noting(IntentLedger ledger, Loop loop, BackOff backOff, BiConsumer<Entry, Standing> noted) {
    this.ledger = ledger;
    this.loop = loop;
    this.backOff = backOff;
    this.noted = noted;
  }

  void intend(Entry entry) {
    intended.add(entry);
  }

  void accepted(Entry entry, Accepted receipt) {
    receipts.add(new Receipt(metadata(entry), receipt.sequenceNumber(), entry.isInDoubt()));
  }

  /** The target certainly does not hold it: soon it is as if it had never been intended. */
  void withdraw(Entry entry, Runnable then) {
    withdrawn.add(new Withdrawal(metadata(entry), then));
  }

  /** Why nothing can be noted; empty where the last write could. */
  Optional<String> trouble() {
    return trouble;
  }

  /**
   * Writes what has come together, unless a write is under way or there was one just now; in
   * trouble, also nothing, to see.
   */
  void flush() {
    var nothing = intended.isEmpty() && receipts.isEmpty() && withdrawn.isEmpty();
    if (!writing && !resting && (!nothing || trouble.isPresent())) {
      resting = true;
      loop.runLater(BETWEEN_WRITES, () -> resting = false);
      write();
    }
  }

  /** Hands the ledger what is still to be written; nobody hears of it any more. */
  void flushAtLast() {
    ledger.write(new Notes(receipts, events(withdrawn), List.of()));
  }

  private void write() {
    var entries = intended;
    var taken = withdrawn;
    var notes =
        new Notes(receipts, events(taken), entries.stream().map(Noting::intent).toList());
    intended = new ArrayList<>();
    receipts = new ArrayList<>();
    withdrawn = new ArrayList<>();
    writing = true;
    ledger
        .write(notes)
        .whenComplete((standings, failure) -> loop.run(() -> {
          if (failure == null) {
            written(entries, standings);
            taken.forEach(each -> each.then().run());
          } else {
            intended.addAll(0, entries);
            receipts.addAll(0, notes.receipts());
            withdrawn.addAll(0, taken);
            failed(failure);
          }
        }));
  }

  private static Intent intent(Entry entry) {
    return new Intent(entry.delivery(), entry.group(), !entry.isHeld());
  }

  private void written(List<Entry> entries, List<Standing> standings) {
    writing = false;
    failures = 0;
    trouble = Optional.empty();
    for (int i = 0; i < entries.size(); i++) {
      noted.accept(entries.get(i), standings.get(i));
    }
  }

  /** All of it again after a while, together with what comes until then. */
  private void failed(Throwable failure) {
    failures++;
    trouble = Optional.of("Nothing can be noted before it is sent: " + failure.getMessage());
    var delay = backOff.after(failures);
    LOG.warn("The ledger takes nothing; tried again in {} ms", delay.toMillis(), failure);
    loop.runLater(delay, () -> writing = false);
  }

  private static List<EventMetadata> events(List<Withdrawal> withdrawn) {
    return withdrawn.stream().map(Withdrawal::event).toList();
  }

  private static EventMetadata metadata(Entry entry) {
    return entry.delivery().event().metadata();
  }

  /** An intent to be taken back, and what is done after that. */
  private record Withdrawal(EventMetadata event, Runnable then) {}
}
