package dev.eventmanager.bridge.target;

import dev.eventmanager.sqs.mapping.MirrorMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What takes the messages of a mirror, such as an SQS FIFO queue. Thread-safe; keeps nothing. */
public interface MirrorTarget {

  /** The most messages in one batch, as SQS and SNS have it. */
  int MOST_MESSAGES = 10;

  /** Its name, for people and metrics. */
  String name();

  /** The most bytes of one message, as {@link MirrorMessage#size} counts them. */
  int maximumMessageSize();

  /** The most bytes of all messages of a batch; a message that has more goes alone. */
  default int maximumBatchSize() {
    return maximumMessageSize();
  }

  /** What keeps it from being used from the start; empty where it was found ready. */
  default Optional<Verdict.Outage> awayFromTheStart() {
    return Optional.empty();
  }

  /**
   * Sends a batch of at most {@link #MOST_MESSAGES}, each of another message group.
   *
   * @return a verdict for each message, in the order of the batch; never completes exceptionally
   */
  CompletableFuture<List<Verdict>> send(List<MirrorMessage> batch);

  /**
   * Finds out, without a message, whether it can be reached.
   *
   * @return what is in the way, or empty where nothing seems to be; never completes exceptionally
   */
  CompletableFuture<Optional<Verdict.Outage>> probe();
}
