package dev.eventmanager.bridge.notifications;

/** A message that is no notification of S3, or not one that can be understood; says why. */
final class UnreadableNotificationException extends RuntimeException {

  UnreadableNotificationException(String problem) {
    super(problem);
  }
}
