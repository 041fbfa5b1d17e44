package dev.eventmanager.command.parked;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.service.OperationsEndpoint;
import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.Prompt;
import dev.eventmanager.command.terminal.Texts;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Preview, question, confirmation, and the wait for the end. */
abstract class OperationCommand extends EndpointCommand {

  @Mixin
  private final SelectionOptions selection = new SelectionOptions();

  @Option(names = "--yes", description = "Do not ask; for scripts.")
  private boolean yes;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long to wait for the end (${DEFAULT-VALUE}); it goes on without you.")
  private int wait;

  private final Prompt prompt;

  OperationCommand(ServiceOptions service, Prompt prompt) {
    super(service);
    this.prompt = prompt;
  }

  /** "replay" or "discard". */
  abstract String kind();

  /** Why, where it was said. */
  abstract Optional<String> reason();

  @Override
  protected int run(OperationsEndpoint endpoint) throws InterruptedException {
    JsonNode preview = endpoint.post("/operations", request());
    String id = Texts.of(preview, "id");
    err().println(new Preview(preview));
    confirm(preview);
    JsonNode confirmed =
        endpoint.post("/operations/" + id + "/confirm", JsonNodeFactory.instance.objectNode());
    JsonNode last = new Wait(endpoint, err()).forEndOf(confirmed, Duration.ofSeconds(wait));
    Outcome outcome = new Outcome(last);
    print(() -> last, outcome::toString);
    return outcome.exitStatus();
  }

  private JsonNode request() {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("kind", kind());
    reason().ifPresent(text -> request.put("reason", text));
    try {
      return request.set("select", selection.selection());
    } catch (IllegalArgumentException wrong) {
      throw new CommandLine.ParameterException(commandLine(), String.valueOf(wrong.getMessage()));
    }
  }

  private void confirm(JsonNode preview) {
    if (!yes) {
      prompt.requireYes("%s %s?"
          .formatted(
              kind().equals("replay") ? "Replay" : "Discard",
              Texts.events(preview.path("events").asLong())));
    }
  }
}
