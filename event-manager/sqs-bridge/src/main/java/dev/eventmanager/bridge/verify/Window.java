package dev.eventmanager.bridge.verify;

import dev.eventmanager.bridge.audit.AuditStream;
import java.time.Instant;

/**
 * What is compared, as offsets of the stream: from the first of the window up to the first behind it.
 *
 * @param since the time that was asked for
 * @param upTo the time that was asked for, or when the reading began
 * @param first the first event of the window
 * @param settled from here on an event may be on its way
 * @param behind the first event behind the window
 * @param end the end of the stream when the reading began
 */
public record Window(Instant since, Instant upTo, long first, long settled, long behind, long end) {

  /** {@code now} is where the window ends that is told no end. */
  static Window of(AuditStream stream, VerificationRequest asked, Instant now) {
    var end = stream.end();
    var upTo = asked.to().orElse(now);
    var behind = asked.to().isPresent() ? stream.offsetAt(upTo, end) : end;
    // The stream goes by seconds: asked for now, it would give what came in this one.
    var settled =
        asked.settle().isZero() ? behind : stream.offsetAt(now.minus(asked.settle()), end);
    return new Window(
        asked.from(),
        upTo,
        stream.offsetAt(asked.from(), end),
        Math.min(settled, behind),
        behind,
        end);
  }
}
