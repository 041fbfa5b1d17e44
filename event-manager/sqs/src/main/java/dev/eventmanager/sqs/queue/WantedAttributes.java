package dev.eventmanager.sqs.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The attributes a mirror's queue should have, and how far one that stands differs from them. */
final class WantedAttributes {

  /**
   * The most that SQS allows. What goes to the dead letters is overtaken by all behind it in its
   * group, and each consumer that dies or is stopped costs what it held a receipt, so this is a last
   * resort: what cannot be handled is for the consumer to set aside, with its group.
   */
  private static final int RECEIVES_BEFORE_DEAD = 1_000;

  /** Fewer are used up by restarts alone, in a bad week. */
  private static final int FEWEST_RECEIVES = 100;

  private static final String FOURTEEN_DAYS = "1209600";

  /** High throughput: order and deduplication are per group, and so is the limit. */
  private static final Map<QueueAttributeName, String> BASE = Map.of(
      QueueAttributeName.FIFO_QUEUE, "true",
      QueueAttributeName.DEDUPLICATION_SCOPE, "messageGroup",
      QueueAttributeName.FIFO_THROUGHPUT_LIMIT, "perMessageGroupId",
      QueueAttributeName.MESSAGE_RETENTION_PERIOD, FOURTEEN_DAYS);

  private static final Pattern DEAD_LETTER_ARN =
      Pattern.compile("\"deadLetterTargetArn\"\\s*:\\s*\"[^\"]*:([^:\"]+)\"");

  private static final Pattern RECEIVES = Pattern.compile("\"maxReceiveCount\"\\s*:\\s*\"?(\\d+)");

  private WantedAttributes() {}

  static Map<QueueAttributeName, String> withoutDeadLetters() {
    return BASE;
  }

  static Map<QueueAttributeName, String> withDeadLetters(String deadLetterArn) {
    var attributes = new TreeMap<>(BASE);
    attributes.put(
        QueueAttributeName.REDRIVE_POLICY,
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
            .formatted(deadLetterArn, RECEIVES_BEFORE_DEAD));
    return attributes;
  }

  /** Differences that cost something but that the bridge can work with, a sentence each. */
  static List<String> differences(Map<QueueAttributeName, String> found) {
    var differences = new ArrayList<String>();
    new TreeMap<>(BASE).forEach((name, wanted) -> {
      // An endpoint that does not tell an attribute does not have the feature.
      var actual = found.getOrDefault(name, wanted);
      if (!actual.equals(wanted)) {
        differences.add("%s is %s, not %s".formatted(name, actual, wanted));
      }
    });
    sizes(found).ifPresent(differences::add);
    delay(found).ifPresent(differences::add);
    key(found).ifPresent(differences::add);
    redrive(found).ifPresent(differences::add);
    receives(found).ifPresent(differences::add);
    return differences;
  }

  /** The name of the queue that takes what nobody can handle. */
  static Optional<String> deadLetterName(Map<QueueAttributeName, String> found) {
    return Optional.ofNullable(found.get(QueueAttributeName.REDRIVE_POLICY))
        .map(DEAD_LETTER_ARN::matcher)
        .filter(Matcher::find)
        .map(arn -> arn.group(1));
  }

  private static Optional<String> sizes(Map<QueueAttributeName, String> found) {
    return Optional.ofNullable(found.get(QueueAttributeName.MAXIMUM_MESSAGE_SIZE))
        .filter(size -> Integer.parseInt(size) < FifoQueues.ONE_MEBIBYTE)
        .map(size -> "MaximumMessageSize is %s, not %d, so larger events need a claim check"
            .formatted(size, FifoQueues.ONE_MEBIBYTE));
  }

  private static Optional<String> delay(Map<QueueAttributeName, String> found) {
    return Optional.ofNullable(found.get(QueueAttributeName.DELAY_SECONDS))
        .filter(seconds -> !seconds.equals("0"))
        .map("DelaySeconds is %s, not 0, so every event arrives as much later"::formatted);
  }

  private static Optional<String> key(Map<QueueAttributeName, String> found) {
    return Optional.ofNullable(found.get(QueueAttributeName.KMS_MASTER_KEY_ID))
        .map(
            "KmsMasterKeyId is %s, so whoever sends needs kms:GenerateDataKey and kms:Decrypt on it"
                ::formatted);
  }

  private static Optional<String> receives(Map<QueueAttributeName, String> found) {
    return Optional.ofNullable(found.get(QueueAttributeName.REDRIVE_POLICY))
        .map(RECEIVES::matcher)
        .filter(Matcher::find)
        .map(receives -> receives.group(1))
        .filter(receives -> Integer.parseInt(receives) < FEWEST_RECEIVES)
        .map(receives ->
            "maxReceiveCount is %s, not %d, so restarts alone may move a message away, and its group overtakes it"
                .formatted(receives, RECEIVES_BEFORE_DEAD));
  }

  private static Optional<String> redrive(Map<QueueAttributeName, String> found) {
    var name = deadLetterName(found);
    if (name.isEmpty()) {
      return Optional.of(
          "RedrivePolicy is missing, so a message nobody can handle blocks its group");
    }
    return name.filter(each -> !each.endsWith(".fifo"))
        .map(
            "RedrivePolicy names %s, which is no FIFO queue, so nothing can be moved there"
                ::formatted);
  }
}
