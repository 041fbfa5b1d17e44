package dev.eventmanager.jdbc.parking;

import dev.eventmanager.jdbc.schema.EventColumns;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads from a throwable what an operator groups failures by. */
final class FailureReader {

  private static final int LONGEST_MESSAGE = 4_000;
  private static final int LONGEST_STACK = 16_000;
  /** Class and frame stand in an index, whose entries have a limit. */
  private static final int LONGEST_NAME = 500;

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
      "io.micrometer.",
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
        shortened(root.getClass().getName(), LONGEST_NAME),
        innermostMessage(failure).map(each -> shortened(each, LONGEST_MESSAGE)),
        frameOf(root).or(() -> frameOf(failure)).map(each -> shortened(each, LONGEST_NAME)));
  }

  /** The whole trace as a log would show it, cut where it grows endless. */
  static String stackOf(Throwable failure) {
    StringWriter stack = new StringWriter();
    failure.printStackTrace(new PrintWriter(stack));
    return shortened(stack.toString(), LONGEST_STACK);
  }

  /** Bounded, since causes may go round in a circle. */
  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < DEEPEST_CAUSE; depth++) {
      root = root.getCause();
    }
    return root;
  }

  /** The root's own, or that of the nearest around it that says something of its own. */
  private static Optional<String> innermostMessage(Throwable failure) {
    String innermost = null;
    Throwable each = failure;
    for (int depth = 0; each != null && depth <= DEEPEST_CAUSE; depth++) {
      String message = each.getMessage();
      boolean repeatsItsCause =
          each.getCause() != null && each.getCause().toString().equals(message);
      if (message != null && !repeatsItsCause) {
        innermost = message;
      }
      each = each.getCause();
    }
    return Optional.ofNullable(innermost);
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

  private static String shortened(String whole, int longest) {
    String text = EventColumns.text(whole);
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
