package dev.eventmanager.bridge.notifications;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the body of an SQS message: a notification of S3, also in the envelope of SNS, or an event of
 * EventBridge. Thread-safe.
 */
final class MessageReader {

  private static final int DEEPEST_ENVELOPE = 2;

  private final JsonMapper json = JsonMapper.shared();

  /**
   * The notifications in a message; none in the one that S3 sends to try a queue.
   *
   * @throws UnreadableNotificationException if one of them cannot be understood
   */
  List<Notification> read(String body) {
    return read(body, DEEPEST_ENVELOPE);
  }

  private List<Notification> read(String body, int envelopes) {
    var message = parse(body);
    if (isEnvelopeOfSns(message) && envelopes > 0) {
      return read(message.path("Message").asString(), envelopes - 1);
    }
    if (message.path("Event").asString("").equals("s3:TestEvent")) {
      return List.of();
    }
    if (message.path("Records").isArray()) {
      return message.path("Records").valueStream().map(S3Record::read).toList();
    }
    if (message.path("source").asString("").equals("aws.s3")) {
      return List.of(EventBridgeEvent.read(message));
    }
    throw new UnreadableNotificationException(
        "it has neither Records nor the source aws.s3, so it is no notification of S3");
  }

  private static boolean isEnvelopeOfSns(JsonNode message) {
    return message.path("Type").asString("").equals("Notification")
        && message.path("Message").isString();
  }

  private JsonNode parse(String body) {
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      throw new UnreadableNotificationException("it is no JSON: " + e.getOriginalMessage());
    }
  }
}
