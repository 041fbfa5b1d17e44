package dev.eventmanager.sqs.queue;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** How many messages wait in a queue for somebody to receive them, as SQS estimates it. */
public final class QueueDepth {

  private static final int ANSWER_WITHIN_SECONDS = 2;

  private QueueDepth() {}

  /** Asks SQS, for two seconds at most; empty where it does not say. */
  public static OptionalLong of(SqsAsyncClient sqs, String queue) {
    try {
      var attributes = sqs.getQueueUrl(r -> r.queueName(queue))
          .thenCompose(found -> sqs.getQueueAttributes(
              r -> r.queueUrl(found.queueUrl()).attributeNames(APPROXIMATE_NUMBER_OF_MESSAGES)))
          .orTimeout(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)
          .join()
          .attributes();
      return OptionalLong.of(Long.parseLong(attributes.get(APPROXIMATE_NUMBER_OF_MESSAGES)));
    } catch (RuntimeException away) {
      return OptionalLong.empty();
    }
  }
}
