package dev.eventmanager.benchmarks.bridge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Holds what comes for one queue to its numbers, as it comes. What comes again right after itself is
 * suppressed, as SQS does. Thread-safe.
 */
final class TallyKeeping {

  private static final int MOST_BREACHES = 10;

  private final Map<String, Integer> last = new HashMap<>();
  private final Map<String, String> lastIds = new HashMap<>();
  private final List<String> breaches = new ArrayList<>();
  private Map<String, List<Long>> delays = new HashMap<>();
  private int count = 0;
  private long first = 0;
  private long latest = 0;

  /** A batch as a request has it. */
  synchronized void take(Iterable<JsonNode> entries, long now) {
    for (JsonNode entry : entries) {
      take(entry, now);
    }
  }

  private void take(JsonNode entry, long now) {
    String group = entry.get("MessageGroupId").asString();
    String id = entry.get("MessageDeduplicationId").asString();
    if (!id.equals(lastIds.put(group, id))) {
      take(group, entry, now);
    }
  }

  private void take(String group, JsonNode entry, long now) {
    int number = NumberedEvents.number(entry.get("MessageBody").asString());
    Integer before = last.put(group, number);
    if (number != (before == null ? 1 : before + 1) && breaches.size() < MOST_BREACHES) {
      breaches.add("Number %d of %s comes after number %d".formatted(number, group, before));
    }
    first = count == 0 ? now : first;
    latest = now;
    count++;
    delays.computeIfAbsent(group, each -> new ArrayList<>()).add(now - published(entry));
  }

  private static long published(JsonNode entry) {
    return Instant.parse(
            entry.get("MessageAttributes").get("time").get("StringValue").asString())
        .toEpochMilli();
  }

  /** Forgets when events came, and how long they took. */
  synchronized void forgetTimes() {
    delays = new HashMap<>();
    count = 0;
  }

  synchronized Tally tally() {
    Map<String, List<Long>> copy = new HashMap<>();
    delays.forEach((group, millis) -> copy.put(group, List.copyOf(millis)));
    return new Tally(Map.copyOf(last), List.copyOf(breaches), count, first, latest, copy);
  }
}
