package dev.eventmanager.contracts.asyncapi;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The headers of every message: CloudEvents 1.0 in binary mode, and W3C trace context. */
final class MessageHeaders {

  /** What the schema of the headers is called; no routing key is a single word. */
  static final String NAME = "headers";

  static final String CORRELATION_ID = "$message.header#/cloudEvents:correlationid";

  private MessageHeaders() {}

  /** None is required: a message of another publisher may lack them, and what is missing is derived. */
  static ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("description", "What the library writes; a message that lacks some is taken too.");
    ObjectNode headers = schema.put("type", "object").putObject("properties");
    put(headers, "cloudEvents:specversion", "The version of CloudEvents.").put("const", "1.0");
    put(headers, "cloudEvents:id", "The event id, unique for each event.");
    put(headers, "cloudEvents:source", "The service that published the event.");
    put(headers, "cloudEvents:type", "The routing key.");
    put(headers, "cloudEvents:time", "When it happened, by the publisher's clock.")
        .put("format", "date-time");
    put(headers, "cloudEvents:subject", "The ordering key: events of one key stay in order.");
    put(headers, "cloudEvents:correlationid", "The id of the event that began the conversation.");
    put(headers, "cloudEvents:causationid", "The id of the event whose handling published this.");
    put(headers, "traceparent", "W3C trace context.");
    put(headers, "tracestate", "W3C trace context of vendors.");
    return schema;
  }

  private static ObjectNode put(ObjectNode headers, String name, String description) {
    return headers.putObject(name).put("type", "string").put("description", description);
  }
}
