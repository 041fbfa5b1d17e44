package dev.eventmanager.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A message as it was published. */
record SnsMessage(
    String text, String group, String deduplicationId, Map<String, Attribute> attributes) {

  /** An attribute's AWS type and its value. */
  record Attribute(String type, String value) {}

  static SnsMessage of(SnsRequest request) {
    return new SnsMessage(
        request.get("Message"),
        request.get("MessageGroupId"),
        request.get("MessageDeduplicationId"),
        request.members("MessageAttributes.entry").stream()
            .collect(Collectors.toMap(
                each -> each.get("Name"),
                each -> new Attribute(each.get("Value.DataType"), each.get("Value.StringValue")))));
  }

  /** Bytes as AWS counts them. */
  int size() {
    return bytes(text)
        + attributes.entrySet().stream()
            .mapToInt(each -> bytes(each.getKey())
                + bytes(each.getValue().type())
                + bytes(each.getValue().value()))
            .sum();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
