package dev.eventmanager.emulator;

import dev.eventmanager.emulator.FaultProxy.Answer;
import dev.eventmanager.emulator.FaultProxy.Target;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets entries of a batch fail, and the endpoint see the others alone. */
public final class EntryFailures {

  private static final JsonMapper JSON = new JsonMapper();

  private EntryFailures() {}

  /**
   * The endpoint's answer to the entries that do not fail, together with the failures.
   *
   * @param failure what {@link Errors#entry} says of an entry that fails
   */
  public static Answer send(
      ObjectNode request, Target target, Function<ObjectNode, Optional<ObjectNode>> failure) {
    var failed = new ArrayList<JsonNode>();
    var remaining = JSON.createArrayNode();
    for (var entry : entries(request)) {
      failure.apply((ObjectNode) entry).ifPresentOrElse(failed::add, () -> remaining.add(entry));
    }
    if (failed.isEmpty()) {
      return target.send(request);
    }
    request.set("Entries", remaining);
    var answer = remaining.isEmpty() ? nothingDone() : target.send(request);
    return answer.isSuccess() ? with(answer, failed) : answer;
  }

  /** The entries of a batch. */
  public static ArrayNode entries(ObjectNode request) {
    return request.get("Entries") instanceof ArrayNode entries ? entries : JSON.createArrayNode();
  }

  private static Answer nothingDone() {
    return Answer.of(200, "{\"Successful\":[]}");
  }

  private static Answer with(Answer answer, Iterable<JsonNode> failed) {
    var body = (ObjectNode) JSON.readTree(answer.body());
    var all = body.get("Failed") instanceof ArrayNode already ? already : body.putArray("Failed");
    failed.forEach(all::add);
    return new Answer(answer.status(), JSON.writeValueAsBytes(body));
  }
}
