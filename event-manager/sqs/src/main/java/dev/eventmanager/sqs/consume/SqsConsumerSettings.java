package dev.eventmanager.sqs.consume;

import java.time.Duration;

/**
 * How a consumer consumes.
 *
 * @param visibilityTimeout after how long another consumer gets what one that died had in hand;
 *     3 seconds to 12 hours. A third of it is how often a living one says that it is alive
 * @param mostInHand messages that are held at once; bounds the memory. At least 10
 * @param pollWait how long a request waits at SQS for a message to come, and so how long closing may
 *     take where nothing is in hand; 0 to 20 seconds
 * @param drainTimeout how long pausing and closing wait for what is in hand
 */
public record SqsConsumerSettings(
    Duration visibilityTimeout, int mostInHand, Duration pollWait, Duration drainTimeout) {

  private static final Duration SHORTEST_VISIBILITY = Duration.ofSeconds(3);
  private static final Duration LONGEST_VISIBILITY = Duration.ofHours(12);
  private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

  /** Refuses what SQS would refuse. */
  public SqsConsumerSettings {
    require(
        visibilityTimeout.compareTo(SHORTEST_VISIBILITY) >= 0
            && visibilityTimeout.compareTo(LONGEST_VISIBILITY) <= 0,
        "a visibility timeout of %s is not possible; take 3 seconds to 12 hours",
        visibilityTimeout);
    require(
        mostInHand >= Polls.FULL, "%s messages in hand are too few; take 10 or more", mostInHand);
    require(
        !pollWait.isNegative() && pollWait.compareTo(LONGEST_POLL) <= 0,
        "SQS cannot wait for messages for %s; take 0 to 20 seconds",
        pollWait);
  }

  private static void require(boolean met, String problem, Object value) {
    if (!met) {
      throw new IllegalArgumentException(problem.formatted(value));
    }
  }
}
