package dev.eventmanager.bridge.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The attributes a mirror's queue should have, and how far one that stands differs from them. */
final class WantedAttributes {

  private static final String RECEIVES_BEFORE_DEAD = "10";
  private static final String FOURTEEN_DAYS = "1209600";

  /** High throughput: order and deduplication are per group, and so is the limit. */
  private static final Map<QueueAttributeName, String> BASE = Map.of(
      QueueAttributeName.FIFO_QUEUE, "true",
      QueueAttributeName.DEDUPLICATION_SCOPE, "messageGroup",
      QueueAttributeName.FIFO_THROUGHPUT_LIMIT, "perMessageGroupId",
      QueueAttributeName.MESSAGE_RETENTION_PERIOD, FOURTEEN_DAYS);

  private WantedAttributes() {}

  static Map<QueueAttributeName, String> withoutDeadLetters() {
    return BASE;
  }

  static Map<QueueAttributeName, String> withDeadLetters(String deadLetterArn) {
    var attributes = new TreeMap<>(BASE);
    attributes.put(
        QueueAttributeName.REDRIVE_POLICY,
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%s\"}"
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
    if (!found.containsKey(QueueAttributeName.REDRIVE_POLICY)) {
      differences.add("RedrivePolicy is missing, so a message nobody can handle blocks its group");
    }
    return differences;
  }
}
