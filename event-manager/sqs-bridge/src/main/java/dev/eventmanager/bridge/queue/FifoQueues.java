package dev.eventmanager.bridge.queue;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Finds, checks and creates FIFO queues. Blocks; meant for the start of a bridge. */
public final class FifoQueues {

  private static final Logger LOG = LoggerFactory.getLogger(FifoQueues.class);
  private static final String SUFFIX = ".fifo";
  private static final int ONE_MEBIBYTE = 1_048_576;

  private final SqsAsyncClient sqs;
  private final String endpoint;

  /**
   * Queues behind an endpoint.
   *
   * @param endpoint for messages to a person only
   */
  public FifoQueues(SqsAsyncClient sqs, String endpoint) {
    this.sqs = sqs;
    this.endpoint = endpoint;
  }

  /**
   * The queue of this name. What it lacks of the wanted attributes is logged as one warning.
   *
   * @param create whether to create it, and its dead letter queue, where it is missing
   * @throws QueueUnusableException if it cannot be reached, is missing or is no FIFO queue
   */
  public FifoQueue open(String name, boolean create) {
    requireFifoName(name);
    var url = find(name)
        .or(() -> create ? Optional.of(createWithDeadLetters(name)) : Optional.empty())
        .orElseThrow(() -> missing(name));
    var attributes = attributes(name, url);
    requireFifo(name, attributes);
    reportDifferences(name, attributes);
    return new FifoQueue(name, url, maximumMessageSize(attributes));
  }

  /** The name of the dead letter queue that is created beside a queue. */
  public static String deadLetterName(String name) {
    return name.substring(0, name.length() - SUFFIX.length()) + "-dead-letters" + SUFFIX;
  }

  private Optional<String> find(String name) {
    try {
      return Optional.of(await(name, sqs.getQueueUrl(r -> r.queueName(name))).queueUrl());
    } catch (QueueDoesNotExistException missing) {
      return Optional.empty();
    }
  }

  private String createWithDeadLetters(String name) {
    var deadLetters = deadLetterName(name);
    var deadLetterUrl = find(deadLetters)
        .orElseGet(() -> create(deadLetters, WantedAttributes.withoutDeadLetters()));
    var arn = attributes(deadLetters, deadLetterUrl).get(QueueAttributeName.QUEUE_ARN);
    return create(name, WantedAttributes.withDeadLetters(String.valueOf(arn)));
  }

  private String create(String name, Map<QueueAttributeName, String> attributes) {
    var created = sqs.createQueue(r -> r.queueName(name).attributes(attributes));
    var url = await(name, created).queueUrl();
    LOG.info("Created the SQS queue {}", name);
    return url;
  }

  private Map<QueueAttributeName, String> attributes(String name, String url) {
    var answer =
        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL));
    return await(name, answer).attributes();
  }

  private static int maximumMessageSize(Map<QueueAttributeName, String> attributes) {
    var limit = attributes.get(QueueAttributeName.MAXIMUM_MESSAGE_SIZE);
    return limit == null ? ONE_MEBIBYTE : Math.min(ONE_MEBIBYTE, Integer.parseInt(limit));
  }

  private static void reportDifferences(String name, Map<QueueAttributeName, String> attributes) {
    var differences = WantedAttributes.differences(attributes);
    if (!differences.isEmpty()) {
      LOG.warn("The SQS queue {} differs from what is advised: {}", name, differences);
    }
  }

  private <T> T await(String name, CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof QueueDoesNotExistException missing) {
        throw missing;
      }
      throw e.getCause() instanceof SqsException refused
          ? refused(name, refused)
          : unreachable(name, e.getCause());
    }
  }

  private static void requireFifoName(String name) {
    if (!name.endsWith(SUFFIX)) {
      throw new QueueUnusableException(
          "The SQS queue %s is no FIFO queue: its name does not end in %s".formatted(name, SUFFIX),
          "Name a FIFO queue in bridge.routes; a standard queue would lose the order",
          null);
    }
  }

  private static void requireFifo(String name, Map<QueueAttributeName, String> attributes) {
    if (!"true".equals(attributes.get(QueueAttributeName.FIFO_QUEUE))) {
      throw new QueueUnusableException(
          "The SQS queue %s is no FIFO queue: it has no attribute FifoQueue".formatted(name),
          "Delete it and create it as a FIFO queue; a standard queue would lose the order",
          null);
    }
  }

  private QueueUnusableException missing(String name) {
    return new QueueUnusableException(
        "There is no SQS queue %s at %s".formatted(name, endpoint),
        "Create it as a FIFO queue, or set bridge.sqs.create-queues=true",
        null);
  }

  private QueueUnusableException refused(String name, SqsException refusal) {
    return new QueueUnusableException(
        "SQS at %s refused access to the queue %s: %s"
            .formatted(endpoint, name, refusal.getMessage()),
        "Check bridge.sqs.region, the credentials, and that they allow sqs:GetQueueUrl,"
            + " sqs:GetQueueAttributes and sqs:SendMessage (and sqs:CreateQueue to create queues)",
        refusal);
  }

  private QueueUnusableException unreachable(String name, Throwable failure) {
    return new QueueUnusableException(
        "SQS at %s cannot be reached for the queue %s: %s"
            .formatted(endpoint, name, failure.getMessage()),
        "Start it, or correct bridge.sqs.endpoint and bridge.sqs.region",
        failure);
  }
}
