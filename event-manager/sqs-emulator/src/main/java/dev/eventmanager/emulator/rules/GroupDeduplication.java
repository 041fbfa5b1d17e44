package dev.eventmanager.emulator.rules;

import dev.eventmanager.emulator.FaultProxy.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Has ElasticMQ, which deduplicates over the whole queue, do so within a group: a hash of the group
 * goes behind the deduplication id, and comes off again when the message is received.
 */
final class GroupDeduplication {

  private static final String NAME = "MessageDeduplicationId";
  private static final int DIGITS = 16;
  private static final int LONGEST = 128 - 1 - DIGITS;
  private static final Pattern MARK = Pattern.compile("~[0-9a-f]{16}$");

  private final JsonMapper json = new JsonMapper();

  /** An id that is too long for the mark stays as it is. */
  void mark(ObjectNode message) {
    var id = message.path(NAME).asString("");
    if (!id.isEmpty() && id.length() <= LONGEST) {
      message.put(NAME, id + "~" + hash(message.path("MessageGroupId").asString("")));
    }
  }

  Answer unmark(Answer answer) {
    var body = json.readTree(answer.body());
    body.path("Messages").forEach(message -> unmark(message.path("Attributes")));
    return new Answer(answer.status(), json.writeValueAsBytes(body));
  }

  private static void unmark(JsonNode attributes) {
    if (attributes.has(NAME)) {
      var id = attributes.get(NAME).asString();
      ((ObjectNode) attributes).put(NAME, MARK.matcher(id).replaceFirst(""));
    }
  }

  private static String hash(String group) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(group.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
