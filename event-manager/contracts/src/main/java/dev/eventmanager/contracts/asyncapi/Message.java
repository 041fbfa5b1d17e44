package dev.eventmanager.contracts.asyncapi;

import dev.eventmanager.contracts.catalogue.VersionContract;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One version of an event as a message. */
final class Message {

  private static final String SCHEMAS = "#/components/schemas/";

  private Message() {}

  static ObjectNode of(VersionContract version) {
    String key = version.key().toString();
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("name", key).put("title", key);
    if (!version.description().isEmpty()) {
      message.put("summary", version.description());
    }
    message.put("contentType", "application/json");
    message.putObject("correlationId").put("location", MessageHeaders.CORRELATION_ID);
    message.putObject("headers").put("$ref", SCHEMAS + MessageHeaders.NAME);
    message.putObject("payload").put("$ref", SCHEMAS + key);
    Amqp.bind(message).put("messageType", key);
    message.putArray("examples").addObject().put("name", "sample").set("payload", version.sample());
    return message;
  }
}
