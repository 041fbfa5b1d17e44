package dev.eventmanager.bridge.operate;

import dev.eventmanager.autoconfigure.operate.Problem;
import dev.eventmanager.bridge.verify.VerificationRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * What to compare.
 *
 * @param from a time, or how long ago
 * @param to likewise; now if nothing is said
 * @param consume whether what is read of the queue may be deleted there
 */
record VerificationBody(
    @Nullable String route,
    @Nullable String from,
    @Nullable String to,
    @Nullable String settle,
    @Nullable String queue,
    @Nullable Boolean consume) {

  private static final Duration USUAL_SETTLE = Duration.ofSeconds(30);
  private static final Duration USUAL_WINDOW = Duration.ofHours(1);

  VerificationRequest read(Instant now) {
    var begin = from == null ? now.minus(USUAL_WINDOW) : time("from", from, now);
    var end = Optional.ofNullable(to).map(text -> time("to", text, now));
    if (!begin.isBefore(end.orElse(now))) {
      throw Problem.badRequest("The window from %s to %s is empty.", begin, end.orElse(now));
    }
    if (queue != null) {
      requireConsent(end);
    }
    return new VerificationRequest(
        begin,
        end,
        settle == null ? USUAL_SETTLE : duration("settle", settle),
        Optional.ofNullable(queue));
  }

  private void requireConsent(Optional<Instant> end) {
    if (!Boolean.TRUE.equals(consume)) {
      throw Problem.badRequest(
          "SQS shows the rest of a group only after its first messages are deleted: say consume (--consume) if %s is there for this and nobody else reads it.",
          String.valueOf(queue));
    }
    if (end.isPresent()) {
      throw Problem.badRequest("A queue is read to its end: leave \"to\" (--to) out.");
    }
  }

  private static Instant time(String name, String text, Instant now) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException noTime) {
      return now.minus(duration(name, text));
    }
  }

  private static Duration duration(String name, String text) {
    try {
      return DurationStyle.detectAndParse(text).abs();
    } catch (IllegalArgumentException neither) {
      throw Problem.badRequest(
          "%s is \"%s\" and must be like 30m, or a time like 2026-01-31T08:00:00Z.", name, text);
    }
  }
}
