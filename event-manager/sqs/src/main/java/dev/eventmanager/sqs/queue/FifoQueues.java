package dev.eventmanager.sqs.queue;

import dev.eventmanager.sqs.connection.Away;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  static final int ONE_MEBIBYTE = 1_048_576;

  private final SqsAsyncClient sqs;
  private final String address;

  /**
   * Queues at an address.
   *
   * @param address where SQS is, as a person would say; for messages
   */
  public FifoQueues(SqsAsyncClient sqs, String address) {
    this.sqs = sqs;
    this.address = address;
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

  private void reportDifferences(String name, Map<QueueAttributeName, String> attributes) {
    var differences = differences(attributes);
    if (!differences.isEmpty()) {
      LOG.warn("The SQS queue {} differs from what is advised: {}", name, differences);
    }
  }

  /** Those of the queue, and of the one that takes what nobody can handle. */
  List<String> differences(Map<QueueAttributeName, String> attributes) {
    var differences = WantedAttributes.differences(attributes);
    WantedAttributes.deadLetterName(attributes).ifPresent(deadLetters -> {
      if (find(deadLetters).isEmpty()) {
        differences.add("RedrivePolicy names %s, which is not there".formatted(deadLetters));
      }
    });
    return differences;
  }

  private <T> T await(String name, CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof QueueDoesNotExistException missing) {
        throw missing;
      }
      throw e.getCause() instanceof SqsException refused && !Away.isReasonOf(refused)
          ? refused(name, refused)
          : unreachable(name, Objects.requireNonNullElse(e.getCause(), e));
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
        "There is no queue %s: %s does not know it".formatted(name, address),
        "Create it as a FIFO queue, or set bridge.sqs.create-queues=true",
        null);
  }

  private QueueUnusableException refused(String name, SqsException refusal) {
    return new QueueUnusableException(
        "%s refused access to the queue %s: %s".formatted(address, name, refusal.getMessage()),
        "Check bridge.sqs.region, the credentials, and that they allow sqs:GetQueueUrl,"
            + " sqs:GetQueueAttributes and sqs:SendMessage (and sqs:CreateQueue to create queues)",
        refusal);
  }

  private QueueUnusableException unreachable(String name, Throwable failure) {
    return new QueueUnusableException(
        "%s cannot be asked for the queue %s: %s".formatted(address, name, firstWords(failure)),
        "Start it, or correct bridge.sqs.endpoint, bridge.sqs.region and the credentials:"
            + " bridge.sqs.access-key and bridge.sqs.secret-key, or one of AWS's own sources",
        failure);
  }

  /** The SDK goes on to name every provider of its chain. */
  private static String firstWords(Throwable failure) {
    return String.valueOf(failure.getMessage()).split(" in the chain ", 2)[0];
  }
}
