package dev.eventmanager.emulator;

import dev.eventmanager.emulator.FaultProxy.Answer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Errors in the form of SQS. */
public final class Errors {

  private static final JsonMapper JSON = new JsonMapper();

  private Errors() {}

  /** A request that failed as a whole. */
  public static Answer request(int status, String code, String message) {
    var body =
        JSON.createObjectNode().put("__type", "com.amazonaws.sqs#" + code).put("message", message);
    return new Answer(status, JSON.writeValueAsBytes(body));
  }

  /** One entry of a batch that failed. */
  public static ObjectNode entry(String id, String code, boolean senderFault, String message) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Id", id)
        .put("Code", code)
        .put("SenderFault", senderFault)
        .put("Message", message);
  }
}
