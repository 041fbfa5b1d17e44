package dev.eventmanager.bridge.mirror;

/** What became of one entry of a batch, and so what happens to it next. */
sealed interface Verdict {

  /** SQS holds it. */
  record Accepted() implements Verdict {}

  /**
   * SQS failed on this entry alone: it is sent again after a while, and only its group waits.
   *
   * @param maybeAccepted whether SQS may hold it all the same
   */
  record TryAgain(String why, boolean maybeAccepted) implements Verdict {}

  /**
   * The queue, the account or the way there is in trouble: whatever the entry, it would fail. The
   * whole mirror waits, and this entry stays first of its group.
   *
   * @param maybeAccepted whether SQS may hold it all the same
   * @param throttled whether SQS only asks for fewer requests
   */
  record Outage(String why, boolean maybeAccepted, boolean throttled) implements Verdict {}

  /** The batch was refused, and which entry is to blame is unknown: it goes in smaller batches. */
  record Split(String why) implements Verdict {}

  /** SQS will never take it as it is: it is parked, and its group's later events behind it. */
  record Refused(String why) implements Verdict {}
}
