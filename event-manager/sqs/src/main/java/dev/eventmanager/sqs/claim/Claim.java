package dev.eventmanager.sqs.claim;

import dev.eventmanager.sqs.mapping.MirrorMessage;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a body is kept, as AWS's Extended Client Library writes it into a message. */
record Claim(String bucket, String key) {

  private static final String POINTER = "software.amazon.payloadoffloading.PayloadS3Pointer";
  private static final JsonMapper JSON = new JsonMapper();

  String toBody() {
    return JSON.writeValueAsString(JSON.createArrayNode()
        .add(POINTER)
        .add(JSON.createObjectNode().put("s3BucketName", bucket).put("s3Key", key)));
  }

  static boolean isIn(Map<String, String> attributes) {
    return attributes.containsKey(MirrorMessage.CLAIMED_SIZE);
  }

  static Claim read(String body) {
    var claim = parse(body);
    if (!POINTER.equals(claim.path(0).asString(""))) {
      throw unreadable(body, null);
    }
    return new Claim(text(claim, "s3BucketName", body), text(claim, "s3Key", body));
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException notJson) {
      throw unreadable(body, notJson);
    }
  }

  private static String text(JsonNode claim, String name, String body) {
    var value = claim.path(1).path(name).asString("");
    if (value.isEmpty()) {
      throw unreadable(body, null);
    }
    return value;
  }

  private static IllegalArgumentException unreadable(String body, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "The message has an attribute %s, but its body is no claim: %s"
            .formatted(MirrorMessage.CLAIMED_SIZE, body.substring(0, Math.min(body.length(), 200))),
        cause);
  }
}
