package dev.eventmanager.bridge.notifications;

import dev.eventmanager.sqs.connection.UnusableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Finds and checks the queues that S3 notifies. Blocks; meant for the start. */
final class SourceQueues {

  private static final Duration USUAL_RETENTION = Duration.ofDays(4);

  private final SqsAsyncClient sqs;

  SourceQueues(SqsAsyncClient sqs) {
    this.sqs = sqs;
  }

  /**
   * The queue of a source.
   *
   * @throws UnusableException if it is missing, a FIFO queue or cannot be asked
   */
  SourceQueue open(NotificationSource source) {
    requireStandard(source.queue());
    var url = await(source, sqs.getQueueUrl(r -> r.queueName(source.queue()))).queueUrl();
    var attributes = await(
        source,
        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL)));
    return new SourceQueue(source, url, retention(attributes.attributes()));
  }

  private static void requireStandard(String queue) {
    if (queue.endsWith(".fifo")) {
      throw new UnusableException(
          "bridge.notifications names the FIFO queue %s, which S3 cannot notify".formatted(queue),
          "Have S3 notify a standard queue and name that; the bridge puts what comes in order",
          null);
    }
  }

  private static Duration retention(Map<QueueAttributeName, String> attributes) {
    var seconds = attributes.get(QueueAttributeName.MESSAGE_RETENTION_PERIOD);
    return seconds == null ? USUAL_RETENTION : Duration.ofSeconds(Long.parseLong(seconds));
  }

  private static <T> T await(NotificationSource source, CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof QueueDoesNotExistException
          ? missing(source)
          : notAnswered(source, e.getCause() == null ? e : e.getCause());
    }
  }

  private static UnusableException missing(NotificationSource source) {
    return new UnusableException(
        "There is no SQS queue %s to take S3 notifications from".formatted(source.queue()),
        "Create it as a standard queue that the bucket may send to, and have the bucket notify it",
        null);
  }

  private static UnusableException notAnswered(NotificationSource source, Throwable failure) {
    return new UnusableException(
        "The SQS queue %s cannot be asked: %s".formatted(source.queue(), failure.getMessage()),
        "Check bridge.sqs.endpoint, bridge.sqs.region and the credentials, and that they allow"
            + " sqs:GetQueueUrl, sqs:GetQueueAttributes, sqs:ReceiveMessage and sqs:DeleteMessage",
        failure);
  }
}
