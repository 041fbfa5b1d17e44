package dev.eventmanager.handling;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A failure and what its causes add, in one line of bounded length. */
final class FailureLine {

  private static final int LONGEST = 600;
  private static final int DEEPEST_CAUSE = 10;

  private FailureLine() {}

  static String of(Throwable failure) {
    Set<String> parts = new LinkedHashSet<>();
    parts.add(oneLine(failure.toString()));
    @Nullable Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      parts.add(oneLine(cause.getMessage() == null ? cause.toString() : cause.getMessage()));
      cause = cause.getCause();
    }
    String line = String.join("; ", parts);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
