package dev.eventmanager.emulator.rules;

import static dev.eventmanager.emulator.rules.Violation.invalid;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a message must be like for a queue to take it. */
final class MessageRules {

  private MessageRules() {}

  static Optional<Violation> check(ObjectNode message, KnownQueue queue) {
    return body(message)
        .or(() -> AttributeRules.check(message))
        .or(() -> size(message, queue))
        .or(() -> queue.isFifo() ? fifo(message, queue) : Optional.empty());
  }

  /** As AWS counts it: the body, and the names, types and values of the attributes, in bytes. */
  static int size(ObjectNode message) {
    return SqsCharacters.bytes(bodyOf(message)) + AttributeRules.size(message);
  }

  private static Optional<Violation> body(ObjectNode message) {
    if (bodyOf(message).isEmpty()) {
      return Optional.of(
          new Violation("MissingParameter", "The request must contain the parameter MessageBody."));
    }
    return SqsCharacters.areLegal(bodyOf(message))
        ? Optional.empty()
        : Optional.of(new Violation(
            "InvalidMessageContents", "Invalid characters found in the message body."));
  }

  private static Optional<Violation> size(ObjectNode message, KnownQueue queue) {
    return size(message) <= queue.maximumMessageSize()
        ? Optional.empty()
        : Optional.of(
            invalid("Message must be shorter than %d bytes.", queue.maximumMessageSize()));
  }

  private static Optional<Violation> fifo(ObjectNode message, KnownQueue queue) {
    if (message.path("DelaySeconds").asInt(0) != 0) {
      return Optional.of(invalid("DelaySeconds is not valid for this queue type."));
    }
    if (!message.has("MessageGroupId")) {
      return Optional.of(new Violation(
          "MissingParameter", "The request must contain the parameter MessageGroupId."));
    }
    if (!message.has("MessageDeduplicationId") && !queue.deduplicatesByContent()) {
      return Optional.of(invalid("The queue should either have ContentBasedDeduplication enabled"
          + " or MessageDeduplicationId provided explicitly"));
    }
    return id(message, "MessageGroupId").or(() -> id(message, "MessageDeduplicationId"));
  }

  private static Optional<Violation> id(ObjectNode message, String name) {
    return !message.has(name) || SqsCharacters.isId(message.get(name).asString())
        ? Optional.empty()
        : Optional.of(invalid(
            "%s can only include alphanumeric and punctuation characters. 1 to" + " 128 in length.",
            name));
  }

  private static String bodyOf(ObjectNode message) {
    return message.path("MessageBody").asString("");
  }
}
