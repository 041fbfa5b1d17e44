package dev.eventmanager.sqs.consume;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A message that this consumer holds, invisible to others up to a deadline. Confined to the
 * consumer's thread, except that anybody may ask whether it still is ours.
 */
final class Hold {

  /** SQS lets nobody hold a message for longer; a little less is certain. */
  private static final Duration LONGEST = Duration.ofHours(12).minusSeconds(10);

  private Message message;
  private long receivedAt;
  private volatile long deadline;
  private volatile boolean lost = false;
  private int failures = 0;

  /**
   * A message that was received.
   *
   * @param askedAt when it was asked for, in the nanoseconds of the JVM: it is invisible from some
   *     later moment on
   */
  Hold(Message message, long askedAt, Duration visibility) {
    this.message = message;
    this.receivedAt = askedAt;
    this.deadline = askedAt + visibility.toNanos();
  }

  String id() {
    return message.messageId();
  }

  Message message() {
    return message;
  }

  String group() {
    return message.attributes().getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, "");
  }

  String handle() {
    return message.receiptHandle();
  }

  /** How often SQS has given it to anybody, this time included. */
  int timesReceived() {
    var count = message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    return count == null ? 1 : Integer.parseInt(count);
  }

  /** It was received once more, so it is ours anew, under another handle. */
  void receivedAgain(Message again, long askedAt, Duration visibility) {
    message = again;
    receivedAt = askedAt;
    deadline = askedAt + visibility.toNanos();
    lost = false;
  }

  /** Notes a failed attempt at it and says how many there were in a row. */
  int failed() {
    failures++;
    return failures;
  }

  /** By how much its visibility may be extended now; zero where SQS would refuse. */
  Duration extension(long now, Duration visibility) {
    var left = LONGEST.minusNanos(now - receivedAt);
    var extension = left.compareTo(visibility) < 0 ? left : visibility;
    return extension.isNegative() ? Duration.ZERO : extension.truncatedTo(ChronoUnit.SECONDS);
  }

  void extended(long askedAt, Duration extension) {
    deadline = askedAt + extension.toNanos();
  }

  /** Notes that it is not ours; whether that is news. */
  boolean lose() {
    var news = !lost;
    lost = true;
    return news;
  }

  /** Whether it certainly is invisible to others still. */
  boolean isOurs() {
    return !lost && deadline - System.nanoTime() > 0;
  }
}
