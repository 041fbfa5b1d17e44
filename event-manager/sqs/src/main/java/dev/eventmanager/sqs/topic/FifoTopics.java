package dev.eventmanager.sqs.topic;

import dev.eventmanager.sqs.connection.Away;
import dev.eventmanager.sqs.connection.UnusableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.Topic;

/** Finds, checks and creates FIFO topics. Blocks; meant for the start of a bridge. */
public final class FifoTopics {

  private static final Logger LOG = LoggerFactory.getLogger(FifoTopics.class);
  private static final String SUFFIX = ".fifo";
  private static final String ARN = "arn:";
  private static final String CONTENT_BASED = "ContentBasedDeduplication";
  private static final String SCOPE = "FifoThroughputScope";
  private static final String DEFAULT_SIZE = "262144";
  private static final String PER_GROUP = "MessageGroup";

  private final SnsAsyncClient sns;

  /** Topics as this client sees them. */
  public FifoTopics(SnsAsyncClient sns) {
    this.sns = sns;
  }

  /**
   * The topic of this name or ARN. What is not as advised, and who subscribes without raw delivery,
   * is logged as one warning.
   *
   * @param create whether to create it where it is missing; never where an ARN is given
   * @throws UnusableException if it cannot be reached, is missing or is no FIFO topic
   */
  public FifoTopic open(String nameOrArn, boolean create) {
    requireFifoName(nameOrArn);
    var arn = nameOrArn.startsWith(ARN) ? nameOrArn : find(nameOrArn, create);
    var attributes =
        await(nameOrArn, sns.getTopicAttributes(r -> r.topicArn(arn))).attributes();
    requireFifo(nameOrArn, attributes);
    reportDifferences(nameOrArn, attributes, subscriptions(arn));
    return new FifoTopic(nameOf(arn), arn, maximumMessageSize(attributes));
  }

  private String find(String name, boolean create) {
    return arns(name).stream()
        .filter(arn -> nameOf(arn).equals(name))
        .findFirst()
        .or(() -> create ? Optional.of(create(name)) : Optional.empty())
        .orElseThrow(() -> missing(name, null));
  }

  private List<String> arns(String name) {
    var arns = new ArrayList<String>();
    await(name, sns.listTopicsPaginator().topics().map(Topic::topicArn).subscribe(arns::add));
    return arns;
  }

  private String create(String name) {
    var attributes = Map.of("FifoTopic", "true", CONTENT_BASED, "false", SCOPE, PER_GROUP);
    var created = await(name, sns.createTopic(r -> r.name(name).attributes(attributes)));
    LOG.info("Created the SNS topic {}", name);
    return created.topicArn();
  }

  private List<Subscriber> subscriptions(String arn) {
    var found = new ArrayList<String>();
    await(
        arn,
        sns.listSubscriptionsByTopicPaginator(r -> r.topicArn(arn))
            .subscriptions()
            .subscribe(each -> found.add(each.subscriptionArn())));
    return found.stream()
        .filter(each -> each.startsWith(ARN))
        .map(this::subscriber)
        .toList();
  }

  private Subscriber subscriber(String subscription) {
    var answer = sns.getSubscriptionAttributes(r -> r.subscriptionArn(subscription));
    var attributes = await(subscription, answer).attributes();
    return new Subscriber(
        attributes.getOrDefault("Endpoint", subscription),
        "true".equals(attributes.get("RawMessageDelivery")));
  }

  private static void reportDifferences(
      String name, Map<String, String> attributes, List<Subscriber> subscribers) {
    LOG.info("The SNS topic {} is delivered to {}", name, subscribers);
    var differences = new ArrayList<String>();
    if ("Topic".equals(attributes.get(SCOPE))) {
      differences.add(SCOPE + " is Topic, not MessageGroup, so all groups share one limit");
    }
    subscribers.stream()
        .filter(each -> !each.raw())
        .forEach(each -> differences.add(
            each.endpoint() + " has no RawMessageDelivery, so it gets events in an envelope"));
    if (!differences.isEmpty()) {
      LOG.warn("The SNS topic {} differs from what is advised: {}", name, differences);
    }
  }

  /** What AWS takes where nothing else is set, and where an endpoint does not tell. */
  private static int maximumMessageSize(Map<String, String> attributes) {
    return Integer.parseInt(attributes.getOrDefault("MaximumMessageSize", DEFAULT_SIZE));
  }

  private static String nameOf(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  private <T> T await(String name, CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof NotFoundException notFound) {
        throw missing(name, notFound);
      }
      throw unusable(name, Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private static void requireFifoName(String name) {
    if (!name.endsWith(SUFFIX)) {
      throw notFifo(name, "its name does not end in " + SUFFIX);
    }
  }

  private static void requireFifo(String name, Map<String, String> attributes) {
    if (!"true".equals(attributes.get("FifoTopic"))) {
      throw notFifo(name, "it has no attribute FifoTopic");
    }
  }

  private static UnusableException notFifo(String name, String why) {
    return new UnusableException(
        "The SNS topic %s is no FIFO topic: %s".formatted(name, why),
        "Name a FIFO topic in bridge.routes; a standard topic would lose the order",
        null);
  }

  private static UnusableException missing(String name, @Nullable Throwable cause) {
    return new UnusableException(
        "There is no SNS topic %s in this region and account".formatted(name),
        "Create it as a FIFO topic, or set bridge.sqs.create-queues=true",
        cause);
  }

  private static UnusableException unusable(String name, Throwable failure) {
    var why = String.valueOf(failure.getMessage()).split(" in the chain ", 2)[0];
    return failure instanceof SnsException && !Away.isReasonOf(failure)
        ? new UnusableException(
            "SNS refused access to the topic %s: %s".formatted(name, why),
            "Check bridge.sqs.region, the credentials, and that they allow sns:Publish,"
                + " sns:GetTopicAttributes, sns:ListTopics, sns:ListSubscriptionsByTopic and"
                + " sns:GetSubscriptionAttributes (and sns:CreateTopic to create topics)",
            failure)
        : new UnusableException(
            "SNS cannot be asked for the topic %s: %s".formatted(name, why),
            "Check bridge.sns.endpoint, bridge.sqs.region and the credentials",
            failure);
  }

  private record Subscriber(String endpoint, boolean raw) {

    @Override
    public String toString() {
      return endpoint;
    }
  }
}
