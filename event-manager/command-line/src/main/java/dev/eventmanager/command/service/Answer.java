package dev.eventmanager.command.service;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back.
 *
 * @param text the body
 * @param json the body; empty where it is not JSON
 */
record Answer(int status, String contentType, String text, Optional<JsonNode> json) {

  static Answer of(HttpResponse<byte[]> response, JsonMapper mapper) {
    String type = response.headers().firstValue("Content-Type").orElse("nothing");
    return new Answer(
        response.statusCode(),
        type,
        new String(response.body(), StandardCharsets.UTF_8),
        parsed(response.body(), mapper));
  }

  private static Optional<JsonNode> parsed(byte[] body, JsonMapper mapper) {
    try {
      return Optional.of(mapper.readTree(body)).filter(JsonNode::isContainer);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /** What an RFC 9457 problem says, where it is one. */
  Optional<String> problem() {
    return json.filter(body -> contentType.startsWith("application/problem+json"))
        .map(body -> body.path("detail").asString(body.path("title").asString("")))
        .filter(text -> !text.isBlank());
  }
}
