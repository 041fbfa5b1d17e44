package dev.eventmanager.autoconfigure.sqs;

import dev.eventmanager.sqs.connection.UnusableException;
import dev.eventmanager.sqs.queue.FifoQueue;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Finds a queue that a service handles events of; it stands already. Blocks. */
final class QueueInSqs implements Supplier<FifoQueue> {

  private static final int ONE_MEBIBYTE = 1_048_576;

  private final SqsAsyncClient sqs;
  private final String address;
  private final String queue;

  QueueInSqs(SqsAsyncClient sqs, String address, String queue) {
    this.sqs = sqs;
    this.address = address;
    this.queue = queue;
  }

  /**
   * The queue.
   *
   * @throws UnusableException if it cannot be consumed, or SQS is away
   */
  @Override
  public FifoQueue get() {
    if (!queue.endsWith(".fifo")) {
      throw new UnusableException(
          "the SQS queue %s is no FIFO queue, for its name does not end in .fifo".formatted(queue),
          "name one that is",
          null);
    }
    try {
      String url = sqs.getQueueUrl(r -> r.queueName(queue)).join().queueUrl();
      return new FifoQueue(queue, url, ONE_MEBIBYTE);
    } catch (CompletionException failure) {
      Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
      throw new UnusableException(
          "the SQS queue %s cannot be used: %s says: %s"
              .formatted(queue, address, cause.getMessage()),
          "create it, or correct event-manager.sqs.* or what the credentials allow",
          cause);
    }
  }
}
