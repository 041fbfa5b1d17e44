package dev.eventmanager.bridge.target;

/** What became of one message of a batch, and so what happens to it next. */
public sealed interface Verdict {

  /**
   * The target holds it.
   *
   * @param messageId the target's own name for it
   * @param sequenceNumber rises within its message group, with gaps
   */
  record Accepted(String messageId, String sequenceNumber) implements Verdict {}

  /**
   * The target failed on this message alone: it is sent again after a while, and only its group
   * waits.
   *
   * @param maybeAccepted whether the target may hold it all the same
   */
  record TryAgain(String why, boolean maybeAccepted) implements Verdict {}

  /**
   * The target, the account or the way there is in trouble: whatever the message, it would fail.
   * The whole mirror waits, and this message stays first of its group.
   *
   * @param maybeAccepted whether the target may hold it all the same
   * @param throttled whether the target only asks for fewer requests
   */
  record Outage(String why, boolean maybeAccepted, boolean throttled) implements Verdict {}

  /**
   * The batch was refused, and which message is to blame is unknown: it goes in smaller batches.
   */
  record Split(String why) implements Verdict {}

  /**
   * The target will never take it as it is: it is parked, and its group's later events behind it.
   */
  record Refused(String why) implements Verdict {}
}
