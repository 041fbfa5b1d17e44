package dev.eventmanager.jdbc.parking;

import dev.eventmanager.jdbc.schema.EventColumns;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads from a throwable what an operator groups failures by. */
final class FailureReader {

  private static final int LONGEST_MESSAGE = 4_000;
  private static final int DEEPEST_CAUSE = 50;

  /** Code that is not the service's own: the platform's, and what calls handlers. */
  private static final List<String> FOREIGN = List.of(
      "java.",
      "javax.",
      "jakarta.",
      "jdk.",
      "sun.",
      "com.sun.",
      "org.springframework.",
      "org.postgresql.",
      "org.h2.",
      "com.zaxxer.",
      "tools.jackson.",
      "dev.eventmanager.autoconfigure.",
      "dev.eventmanager.codec.",
      "dev.eventmanager.handling.",
      "dev.eventmanager.jdbc.",
      "dev.eventmanager.rabbit.");

  private FailureReader() {}

  static ParkedFailure read(Throwable failure) {
    Throwable root = rootOf(failure);
    return new ParkedFailure(
        root.getClass().getName(),
        Optional.ofNullable(root.getMessage()).map(FailureReader::shortened),
        frameOf(root).or(() -> frameOf(failure)));
  }

  /** Bounded, since causes may go round in a circle. */
  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < DEEPEST_CAUSE; depth++) {
      root = root.getCause();
    }
    return root;
  }

  private static Optional<String> frameOf(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> isOwn(frame.getClassName()))
        .findFirst()
        .map(frame -> "%s.%s:%d"
            .formatted(frame.getClassName(), frame.getMethodName(), frame.getLineNumber()));
  }

  private static boolean isOwn(String className) {
    boolean generated = className.contains("$$");
    return !generated && FOREIGN.stream().noneMatch(className::startsWith);
  }

  private static String shortened(String message) {
    String text = EventColumns.text(message);
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE);
  }
}
