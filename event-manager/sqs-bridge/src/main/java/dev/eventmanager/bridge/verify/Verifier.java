package dev.eventmanager.bridge.verify;

import dev.eventmanager.bridge.audit.AuditStream;
import dev.eventmanager.bridge.ledger.EventDigest;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.schema.EventColumns;
import dev.eventmanager.sqs.mapping.MessageMapping;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Compares a window of one route's stream with what the mirror holds of it. */
final class Verifier {

  private final MessageMapping mapping = new MessageMapping();
  private final AuditStream stream;
  private final Predicate<EncodedEvent> toBeMirrored;
  private final Supplier<Predicate<String>> parked;
  private final Clock clock;

  Verifier(
      AuditStream stream,
      Predicate<EncodedEvent> toBeMirrored,
      Supplier<Predicate<String>> parked,
      Clock clock) {
    this.stream = stream;
    this.toBeMirrored = toBeMirrored;
    this.parked = parked;
    this.clock = clock;
  }

  Report verify(VerificationRequest asked, MirrorSide mirror) {
    var window = Window.of(stream, asked, clock.instant());
    var comparison = new Comparison();
    var anonymous = readPublished(window, comparison);
    mirror.read(window, comparison);
    if (comparison.hasStrangers()) {
      acquitStrangers(window, comparison);
    }
    return new Report(
        window,
        mirror.name(),
        comparison.published(),
        comparison.mirrored(),
        notes(window, anonymous),
        comparison.finish(parked.get()));
  }

  /** Returns how many came without an id, so that nobody can tell them apart. */
  private int readPublished(Window window, Comparison comparison) {
    var anonymous = new int[1];
    stream.read(window.first(), window.behind(), kept -> {
      if (kept.event().metadata().id().isEmpty()) {
        anonymous[0]++;
      } else if (toBeMirrored.test(kept.event())) {
        comparison.published(sighting(kept.event()), kept.offset() < window.settled());
      }
    });
    return anonymous[0];
  }

  private Sighting sighting(EncodedEvent event) {
    return new Sighting(
        EventColumns.id(event.metadata().id()),
        mapping.toMessage(event).groupId(),
        EventDigest.of(event),
        false);
  }

  /** What was published before the window may have been mirrored in it, or as it ended. */
  private void acquitStrangers(Window window, Comparison comparison) {
    var beginning = stream.beginning(window.end());
    stream.read(beginning, window.first(), kept -> acquit(kept.event(), comparison));
    stream.read(window.behind(), stream.end(), kept -> acquit(kept.event(), comparison));
  }

  private static void acquit(EncodedEvent event, Comparison comparison) {
    comparison.publishedOutside(EventColumns.id(event.metadata().id()));
  }

  private List<String> notes(Window window, int anonymous) {
    var notes = new ArrayList<String>();
    if (window.first() > 0 && window.first() == stream.beginning(window.end())) {
      notes.add(("The stream %s begins at offset %,d, in this window or before: it keeps no older"
              + " events, and one that was published before and mirrored in the window looks extra")
          .formatted(stream.name(), window.first()));
    }
    if (anonymous > 0) {
      notes.add("%,d events were published without an id: they are not compared, and look extra"
          .formatted(anonymous));
    }
    return notes;
  }
}
