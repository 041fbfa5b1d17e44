package dev.eventmanager.command.topology;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.service.OperationsEndpoint;
import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.Prompt;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "apply",
    sortOptions = false,
    description = "Shows the plan, asks, and adds what is missing. Removes only what is named.")
final class ApplyCommand extends EndpointCommand {

  @Option(
      names = "--remove",
      paramLabel = "BINDING",
      description = {
        "An extra binding, as the plan names it: \"order --order.#--> billing_order\".",
        "The plan says which events no longer come without it. Once for each."
      })
  private List<String> remove = List.of();

  @Option(names = "--yes", description = "Do not ask; for scripts.")
  private boolean yes;

  private final Prompt prompt;

  ApplyCommand(ServiceOptions service, Prompt prompt) {
    super(service);
    this.prompt = prompt;
  }

  @Override
  protected int run(OperationsEndpoint endpoint) {
    err().println(endpoint.text("", Map.of()));
    if (!yes) {
      prompt.requireYes(question());
    }
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    ArrayNode named = request.putArray("remove");
    remove.forEach(named::add);
    return print(
        () -> endpoint.post("/apply", request), () -> endpoint.postForText("/apply", request));
  }

  private String question() {
    return remove.isEmpty()
        ? "Add what is missing?"
        : "Add what is missing, and remove %s?".formatted(String.join(" and ", remove));
  }
}
