package dev.eventmanager.rabbit.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Times as {@link Instant} writes and reads them. Those of our days, such as {@code
 * 2026-03-04T05:06:07.123456Z}, are written and read digit by digit: every event has one, and
 * {@code java.time} would take longer for it than all other headers together do.
 */
final class TimeText {

  private static final long FIRST_SECOND = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
  private static final String LONGEST = "0000-00-00T00:00:00.000000000Z";
  private static final int SECONDS_END = LONGEST.indexOf('.');
  private static final int FRACTION = SECONDS_END + 1;
  private static final int NANO_DIGITS = 9;

  private TimeText() {}

  /** As {@link Instant#toString}. */
  static String of(Instant time) {
    if (time.getEpochSecond() < FIRST_SECOND || time.getEpochSecond() > LAST_SECOND) {
      return time.toString();
    }
    LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(LONGEST.length());
    append(text, utc.getYear(), 4).append('-');
    append(text, utc.getMonthValue(), 2).append('-');
    append(text, utc.getDayOfMonth(), 2).append('T');
    append(text, utc.getHour(), 2).append(':');
    append(text, utc.getMinute(), 2).append(':');
    append(text, utc.getSecond(), 2);
    return appendFraction(text, time.getNano()).append('Z').toString();
  }

  /** Milliseconds, microseconds or nanoseconds, as few as will do. */
  private static StringBuilder appendFraction(StringBuilder text, int nanos) {
    if (nanos == 0) {
      return text;
    }
    int fraction = nanos;
    int digits = NANO_DIGITS;
    while (fraction % 1_000 == 0) {
      fraction /= 1_000;
      digits -= 3;
    }
    return append(text.append('.'), fraction, digits);
  }

  private static StringBuilder append(StringBuilder text, int number, int digits) {
    int divisor = 1;
    for (int digit = 1; digit < digits; digit++) {
      divisor *= 10;
    }
    while (divisor > 0) {
      text.append((char) ('0' + number / divisor % 10));
      divisor /= 10;
    }
    return text;
  }

  /** As {@link Instant#parse}; null where that fails. */
  static @Nullable Instant parse(String text) {
    Instant ofOurDays = hasOurForm(text) ? ofDigits(text) : null;
    try {
      return ofOurDays == null ? Instant.parse(text) : ofOurDays;
    } catch (DateTimeParseException notATime) {
      return null;
    }
  }

  private static boolean hasOurForm(String text) {
    int end = text.length() - 1;
    if (end < SECONDS_END
        || end == FRACTION
        || end >= LONGEST.length()
        || text.charAt(end) != 'Z') {
      return false;
    }
    for (int at = 0; at < end; at++) {
      char found = text.charAt(at);
      char wanted = LONGEST.charAt(at);
      if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
        return false;
      }
    }
    return true;
  }

  /** Null for a date that there is not, and for such as 24:00:00, which is one all the same. */
  private static @Nullable Instant ofDigits(String text) {
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, SECONDS_END),
              nanos(text))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException unusual) {
      return null;
    }
  }

  private static int nanos(String text) {
    int end = text.length() - 1;
    if (end == SECONDS_END) {
      return 0;
    }
    int nanos = number(text, FRACTION, end);
    for (int digits = end - FRACTION; digits < NANO_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
