package dev.eventmanager.emulator.rules;

import dev.eventmanager.emulator.EntryFailures;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds for a batch as a whole, whatever it does with its entries. */
final class BatchRules {

  private static final int MOST = 10;
  private static final int LARGEST = 1_048_576;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private BatchRules() {}

  static Optional<Violation> check(ObjectNode request) {
    var entries = EntryFailures.entries(request);
    if (entries.isEmpty()) {
      return violation("EmptyBatchRequest", "There should be at least one entry in the request.");
    }
    if (entries.size() > MOST) {
      return violation(
          "TooManyEntriesInBatchRequest", "Maximum number of entries per request are " + MOST);
    }
    return ids(entries).or(() -> size(entries));
  }

  private static Optional<Violation> ids(ArrayNode entries) {
    var ids = entries.valueStream().map(entry -> entry.path("Id").asString("")).toList();
    if (!ids.stream().allMatch(id -> ID.matcher(id).matches())) {
      return violation(
          "InvalidBatchEntryId",
          "A batch entry id can only contain alphanumeric characters, hyphens and underscores."
              + " It can be at most 80 letters long.");
    }
    return ids.stream().distinct().count() == ids.size()
        ? Optional.empty()
        : violation("BatchEntryIdsNotDistinct", "Two or more batch entries have the same id.");
  }

  private static Optional<Violation> size(ArrayNode entries) {
    var sum = entries.valueStream().mapToLong(BatchRules::size).sum();
    return sum <= LARGEST
        ? Optional.empty()
        : violation(
            "BatchRequestTooLong",
            "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
                .formatted(LARGEST, sum));
  }

  private static long size(JsonNode entry) {
    return MessageRules.size((ObjectNode) entry);
  }

  private static Optional<Violation> violation(String code, String message) {
    return Optional.of(new Violation(code, message));
  }
}
