package dev.eventmanager.emulator.rules;

import java.time.Duration;
import java.util.Map;

/**
 * A queue, by what was said of it on the way through the proxy.
 *
 * @param attributes those that were set; AWS's defaults for the others
 */
record KnownQueue(String name, Map<String, String> attributes) {

  private static final String ONE_MEBIBYTE = "1048576";
  private static final String PER_GROUP = "perMessageGroupId";

  boolean isFifo() {
    return name.endsWith(".fifo");
  }

  int maximumMessageSize() {
    return Integer.parseInt(attributes.getOrDefault("MaximumMessageSize", ONE_MEBIBYTE));
  }

  Duration visibility() {
    return Duration.ofSeconds(Long.parseLong(attributes.getOrDefault("VisibilityTimeout", "30")));
  }

  boolean deduplicatesByContent() {
    return "true".equals(attributes.get("ContentBasedDeduplication"));
  }

  boolean deduplicatesPerGroup() {
    return isFifo() && "messageGroup".equals(attributes.get("DeduplicationScope"));
  }

  /** Whether its limit is one of each group, and so out of a test's reach. */
  boolean isLimitedPerGroup() {
    return PER_GROUP.equals(attributes.get("FifoThroughputLimit"));
  }
}
