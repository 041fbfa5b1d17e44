package dev.eventmanager.emulator.rules;

import dev.eventmanager.emulator.FaultProxy.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Remembers of each queue what ElasticMQ does not: it takes some attributes and forgets them. */
final class KnownQueues {

  /** Those that ElasticMQ does not give back. */
  private static final Set<String> FORGOTTEN = Set.of(
      "MaximumMessageSize",
      "DeduplicationScope",
      "FifoThroughputLimit",
      "KmsMasterKeyId",
      "KmsDataKeyReusePeriodSeconds",
      "SqsManagedSseEnabled");

  private final JsonMapper json = new JsonMapper();
  private final Map<String, Map<String, String>> attributes = new ConcurrentHashMap<>();

  /** The one that a request is about. */
  KnownQueue of(ObjectNode request) {
    var name = name(request);
    return new KnownQueue(name, attributes.getOrDefault(name, Map.of()));
  }

  /** What is wrong with the attributes that a queue is given. */
  Optional<Violation> check(ObjectNode request) {
    var wanted = with(request);
    var perGroup = "perMessageGroupId".equals(wanted.get("FifoThroughputLimit"));
    return perGroup && !"messageGroup".equals(wanted.get("DeduplicationScope"))
        ? Optional.of(new Violation(
            "InvalidAttributeValue",
            "FifoThroughputLimit can be set to perMessageGroupId only when DeduplicationScope is"
                + " messageGroup."))
        : Optional.empty();
  }

  /** After the endpoint has taken them. */
  void learn(ObjectNode request) {
    attributes.put(name(request), with(request));
  }

  void forget(ObjectNode request) {
    attributes.remove(name(request));
  }

  /** The endpoint's answer, with what it has forgotten. */
  Answer complete(ObjectNode request, Answer answer) {
    var asked = request
        .path("AttributeNames")
        .valueStream()
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
    var body = (ObjectNode) json.readTree(answer.body());
    var told = body.withObject("Attributes");
    of(request).attributes().forEach((name, value) -> {
      if (FORGOTTEN.contains(name) && (asked.contains("All") || asked.contains(name))) {
        told.put(name, value);
      }
    });
    return new Answer(answer.status(), json.writeValueAsBytes(body));
  }

  private Map<String, String> with(ObjectNode request) {
    var all = new HashMap<>(of(request).attributes());
    request
        .path("Attributes")
        .properties()
        .forEach(each -> all.put(each.getKey(), each.getValue().asString()));
    return Map.copyOf(all);
  }

  private static String name(ObjectNode request) {
    var url = request.path("QueueUrl").asString("");
    return request.path("QueueName").asString(url.substring(url.lastIndexOf('/') + 1));
  }
}
