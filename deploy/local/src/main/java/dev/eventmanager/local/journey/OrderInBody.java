package dev.eventmanager.local.journey;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the order that a payload of the shop is about, for messages that carry nothing but the
 * payload.
 */
final class OrderInBody {

  private final JsonMapper json = new JsonMapper();

  /** The order's id, which stands under one of two names; a question mark where there is none. */
  String of(byte[] body) {
    try {
      JsonNode payload = json.readTree(body);
      return payload.path("orderId").asString(payload.path("id").asString("?"));
    } catch (RuntimeException notJson) {
      return "?";
    }
  }
}
