package dev.eventmanager.command.bridge;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.service.OperationsEndpoint;
import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.ExitStatus;
import dev.eventmanager.command.terminal.FailedException;
import dev.eventmanager.command.terminal.Texts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Compares what was published in a window with what the mirror holds of it,",
      "and names each event that is missing, extra or out of order."
    })
final class VerifyCommand extends EndpointCommand {

  private static final Duration PAUSE = Duration.ofMillis(500);

  @Option(
      names = "--route",
      paramLabel = "ROUTE",
      required = true,
      description = "The SQS queue or topic of the route, as the status shows it.")
  private String route = "";

  @Option(
      names = "--from",
      paramLabel = "TIME",
      defaultValue = "1h",
      description = "Such as 30m (ago) or 2026-01-31T08:00:00Z (${DEFAULT-VALUE}).")
  private String from = "";

  @Option(names = "--to", paramLabel = "TIME", description = "Likewise; now if not given.")
  private String to = "";

  @Option(
      names = "--settle",
      paramLabel = "DURATION",
      defaultValue = "30s",
      description = "How long an event may take before it counts as missing (${DEFAULT-VALUE}).")
  private String settle = "";

  @Option(
      names = "--queue",
      paramLabel = "QUEUE",
      description = {
        "Read this SQS queue, which holds what the mirror got and nobody else consumes,",
        "instead of the receipts that SQS gave. Needs --consume."
      })
  private String queue = "";

  @Option(names = "--consume", description = "What is read of --queue may be deleted there.")
  private boolean consume;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait for the end (${DEFAULT-VALUE}); it goes on without you.")
  private int wait;

  VerifyCommand(ServiceOptions service) {
    super(service);
  }

  @Override
  protected int run(OperationsEndpoint endpoint) throws InterruptedException {
    JsonNode last = await(endpoint, endpoint.post("/verifications", request()));
    if (Texts.of(last, "state").equals("RUNNING")) {
      err().println("events: not finished within --wait; it goes on");
      return ExitStatus.NOT_FINISHED;
    }
    if (Texts.of(last, "state").equals("FAILED")) {
      throw new FailedException(ExitStatus.FAILED, Texts.of(last, "reason"));
    }
    JsonNode whole = withAllFindings(endpoint, last);
    print(() -> whole, () -> VerificationText.of(whole));
    return whole.path("agrees").asBoolean() ? ExitStatus.DONE : ExitStatus.DIFFERENT;
  }

  private ObjectNode request() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("route", route).put("from", from).put("settle", settle).put("consume", consume);
    if (!to.isEmpty()) {
      request.put("to", to);
    }
    if (!queue.isEmpty()) {
      request.put("queue", queue);
    }
    return request;
  }

  private JsonNode await(OperationsEndpoint endpoint, JsonNode begun) throws InterruptedException {
    long begin = System.nanoTime();
    long limit = Duration.ofSeconds(wait).toNanos();
    JsonNode last = begun;
    while (Texts.of(last, "state").equals("RUNNING") && System.nanoTime() - begin < limit) {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      last = endpoint.get(pathOf(begun), Map.of());
    }
    return last;
  }

  /** Page after page: there may be as many as events. */
  private static JsonNode withAllFindings(OperationsEndpoint endpoint, JsonNode first) {
    ObjectNode whole = (ObjectNode) first.deepCopy();
    ArrayNode findings = whole.withArray("findings");
    JsonNode page = first;
    while (page.hasNonNull("next")) {
      Map<String, String> query = new HashMap<>();
      query.put("after", Texts.of(page, "next"));
      page = endpoint.get(pathOf(first), query);
      page.path("findings").forEach(findings::add);
    }
    whole.remove("next");
    return whole;
  }

  private static String pathOf(JsonNode verification) {
    return "/verifications/" + Texts.of(verification, "id");
  }
}
