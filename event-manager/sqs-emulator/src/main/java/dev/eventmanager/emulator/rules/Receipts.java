package dev.eventmanager.emulator.rules;

import static dev.eventmanager.emulator.rules.Violation.invalid;

import dev.eventmanager.emulator.EntryFailures;
import dev.eventmanager.emulator.FaultProxy.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Until when the messages of FIFO queues that were received are in the hands of who did. */
final class Receipts {

  private final JsonMapper json = new JsonMapper();
  private final Map<String, Instant> ends = new ConcurrentHashMap<>();
  private final Clock clock;

  Receipts(Clock clock) {
    this.clock = clock;
  }

  void given(ObjectNode request, KnownQueue queue, Answer answer) {
    var visibility = request.has("VisibilityTimeout") ? visibility(request) : queue.visibility();
    var end = clock.instant().plus(visibility);
    json.readTree(answer.body())
        .path("Messages")
        .forEach(message -> ends.put(message.get("ReceiptHandle").asString(), end));
  }

  Optional<Violation> checkDelete(ObjectNode entry) {
    return isExpired(entry)
        ? Optional.of(invalid(
            "Value %s for parameter ReceiptHandle is invalid. Reason: The receipt handle has"
                + " expired.",
            handle(entry)))
        : Optional.empty();
  }

  Optional<Violation> checkChange(ObjectNode entry) {
    return isExpired(entry)
        ? Optional.of(invalid(
            "Value %s for parameter ReceiptHandle is invalid. Reason: Message does not exist or is"
                + " not available for visibility timeout change.",
            handle(entry)))
        : Optional.empty();
  }

  void deleted(ObjectNode entry) {
    ends.remove(handle(entry));
  }

  void changed(ObjectNode entry) {
    ends.replace(handle(entry), clock.instant().plus(visibility(entry)));
  }

  /** Has this done to each entry of a batch that succeeded. */
  void forSuccessful(ObjectNode request, Answer answer, Consumer<ObjectNode> action) {
    var successful = json.readTree(answer.body()).path("Successful");
    EntryFailures.entries(request).forEach(entry -> {
      if (successful.valueStream().anyMatch(one -> one.path("Id").equals(entry.path("Id")))) {
        action.accept((ObjectNode) entry);
      }
    });
  }

  private boolean isExpired(ObjectNode entry) {
    var end = ends.get(handle(entry));
    return end != null && !clock.instant().isBefore(end);
  }

  private static String handle(ObjectNode entry) {
    return entry.path("ReceiptHandle").asString("");
  }

  private static Duration visibility(ObjectNode entry) {
    return Duration.ofSeconds(entry.path("VisibilityTimeout").asLong(0));
  }
}
