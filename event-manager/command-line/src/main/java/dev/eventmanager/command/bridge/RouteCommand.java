package dev.eventmanager.command.bridge;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.service.OperationsEndpoint;
import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.ExitStatus;
import dev.eventmanager.command.terminal.Texts;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asks one route, or all, to do something, and shows how they do then. */
abstract class RouteCommand extends EndpointCommand {

  private static final Duration PAUSE = Duration.ofMillis(500);

  @ArgGroup(exclusive = true, multiplicity = "1")
  private final Which which = new Which();

  /** One route, or all. */
  private static final class Which {

    @Parameters(
        arity = "1",
        paramLabel = "ROUTE",
        description = "The SQS queue or topic of the route, as the status shows it.")
    private String route = "";

    @Option(names = "--all", description = "All routes of this instance.")
    @SuppressWarnings("UnusedVariable") // that it is there is all there is to it
    private boolean all;
  }

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "How long to wait for what is in hand (${DEFAULT-VALUE}); it goes on without you.")
  private int wait;

  private final String action;

  RouteCommand(ServiceOptions service, String action) {
    super(service);
    this.action = action;
  }

  @Override
  protected int run(OperationsEndpoint endpoint) throws InterruptedException {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    if (!which.route.isEmpty()) {
      request.put("route", which.route);
    }
    JsonNode answer = whenNothingIsInHand(endpoint, endpoint.post("/" + action, request));
    print(() -> answer, () -> RouteTable.of(answer));
    return isDraining(answer) ? ExitStatus.NOT_FINISHED : ExitStatus.DONE;
  }

  private JsonNode whenNothingIsInHand(OperationsEndpoint endpoint, JsonNode first)
      throws InterruptedException {
    long begin = System.nanoTime();
    long limit = Duration.ofSeconds(wait).toNanos();
    JsonNode last = first;
    while (isDraining(last) && System.nanoTime() - begin < limit) {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      last = onlyAsked(endpoint.get("", Map.of()));
    }
    return last;
  }

  private JsonNode onlyAsked(JsonNode all) {
    if (!which.route.isEmpty()) {
      all.withArray("routes").removeIf(route -> !Texts.of(route, "route").equals(which.route));
    }
    return all;
  }

  private static boolean isDraining(JsonNode answer) {
    return answer
        .path("routes")
        .valueStream()
        .anyMatch(route -> Texts.of(route, "state").equals("DRAINING"));
  }
}
