package dev.eventmanager.local.backing;

/** The first line of an exception's reason, for messages that must stay one line. */
final class FirstLine {

  private static final int LIMIT = 160;

  private FirstLine() {}

  static String of(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return cause.getClass().getSimpleName();
    }
    String line = message.strip().lines().findFirst().orElseThrow();
    return line.length() <= LIMIT ? line : line.substring(0, LIMIT) + "…";
  }
}
