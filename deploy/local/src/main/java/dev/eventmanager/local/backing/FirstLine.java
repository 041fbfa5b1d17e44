package dev.eventmanager.local.backing;

/** The first line of an exception's reason, for messages that must stay one line. */
final class FirstLine {

    private FirstLine() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message.lines().findFirst().orElse("");
    }
}
