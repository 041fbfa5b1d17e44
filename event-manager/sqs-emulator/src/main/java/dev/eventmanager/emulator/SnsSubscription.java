package dev.eventmanager.emulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A queue that gets a topic's messages, with its attributes. */
record SnsSubscription(String arn, String queueArn, Map<String, String> attributes) {

  private static final JsonMapper JSON = new JsonMapper();

  boolean isRaw() {
    return "true".equals(attributes.get("RawMessageDelivery"));
  }

  /** Whether every name of the filter policy has one of its values. */
  boolean wants(SnsMessage message) {
    return JSON.readTree(attributes.getOrDefault("FilterPolicy", "{}")).properties().stream()
        .allMatch(rule -> matches(message.attributes().get(rule.getKey()), rule.getValue()));
  }

  private static boolean matches(SnsMessage.@Nullable Attribute attribute, JsonNode values) {
    return attribute != null
        && values.valueStream().anyMatch(value -> matches(attribute.value(), value));
  }

  private static boolean matches(String actual, JsonNode wanted) {
    return wanted.isObject()
        ? actual.startsWith(wanted.get("prefix").asString())
        : actual.equals(wanted.asString());
  }
}
