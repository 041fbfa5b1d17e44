package dev.eventmanager.sqs.consume;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Puts what is no event on the queue's dead letter queue, as it is. SQS would do so too, once it had
 * been given back often enough; but as often as that all behind it in its group would have been
 * received as well, and go with it. Thread-safe.
 */
final class DeadLetters {

  /** {@code arn:aws:sqs:<region>:<account>:<name>}, in the JSON of a redrive policy. */
  private static final Pattern TARGET =
      Pattern.compile("\"deadLetterTargetArn\"\\s*:\\s*\"[^\"]*:([^:\"]+):([^:\"]+)\"");

  private final SqsAsyncClient sqs;
  private final QueueAddress queue;

  DeadLetters(SqsAsyncClient sqs, QueueAddress queue) {
    this.sqs = sqs;
    this.queue = queue;
  }

  /** Completes once it stands there; exceptionally if there is no such queue, or it took nothing. */
  CompletableFuture<?> add(Message message) {
    return url()
        .thenCompose(url -> sqs.sendMessage(r -> r.queueUrl(url)
            .messageGroupId(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
            .messageDeduplicationId(message.messageId())
            .messageBody(message.body())
            .messageAttributes(message.messageAttributes())));
  }

  /** Asked for each time: it is needed hardly ever, and may be set while it is missed. */
  private CompletableFuture<String> url() {
    return sqs.getQueueAttributes(
            r -> r.queueUrl(queue.url()).attributeNames(QueueAttributeName.REDRIVE_POLICY))
        .thenCompose(answer ->
            url(Optional.ofNullable(answer.attributes().get(QueueAttributeName.REDRIVE_POLICY))));
  }

  private CompletableFuture<String> url(Optional<String> policy) {
    var target = TARGET.matcher(policy.orElse(""));
    if (!target.find()) {
      return CompletableFuture.failedFuture(new IllegalStateException(
          "the queue %s has no dead letter queue; give it one, or delete the message"
              .formatted(queue.name())));
    }
    return sqs.getQueueUrl(
            r -> r.queueName(target.group(2)).queueOwnerAWSAccountId(target.group(1)))
        .thenApply(answer -> answer.queueUrl());
  }
}
